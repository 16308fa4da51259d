//! What an import could not carry over, and what its reviewer should know.

use std::fmt;
use std::str::FromStr;

use crate::place::Place;

macro_rules! kinds {
    ($($name:literal $class:ident $kind:ident: $meaning:literal;)+) => {
        /// What a finding is about. Losses make an import fail unless they are allowed by name;
        /// notes say what was decided or kept elsewhere.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $(#[doc = $meaning] $kind,)+
        }

        impl Kind {
            /// All kinds, losses first.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// The name that `--allow` takes.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)+ }
            }

            /// What it stands for.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$kind => $meaning,)+ }
            }

            /// Whether it stands for something that was not carried over.
            pub fn is_loss(self) -> bool {
                match self { $(Self::$kind => kinds!($class),)+ }
            }
        }
    };
    (loss) => { true };
    (note) => { false };
}

kinds! {
    "unsupported-keyword" loss UnsupportedKeyword:
        "A keyword that OpenAPI 3.0 does not have at that place.";
    "collection-format" loss CollectionFormat:
        "A way to write lists that OpenAPI 3.0 cannot express.";
    "reserved-header" loss ReservedHeader:
        "A header parameter that OpenAPI 3.0 leaves to media types and security.";
    "unplaced-path-parameter" loss UnplacedPathParameter:
        "A path parameter that stands nowhere in its path.";
    "nested-discriminator" loss NestedDiscriminator:
        "A subtype that is the base of a union itself.";
    "repeated-discriminator-value" loss RepeatedDiscriminatorValue:
        "Two subtypes that claim one discriminator value.";
    "unused-discriminator-value" loss UnusedDiscriminatorValue:
        "A discriminator value that no subtype stands for.";
    "undeclared-example-parameter" loss UndeclaredExampleParameter:
        "A parameter of an example that its operation does not declare.";
    "undeclared-example-status" loss UndeclaredExampleStatus:
        "A status of an example that its operation does not declare.";
    "undeclared-example-body" loss UndeclaredExampleBody:
        "A body of an example for a response that has none.";
    "unknown-example-member" loss UnknownExampleMember:
        "A member of an example file that means nothing there.";
    "undeclared-example-header" note UndeclaredExampleHeader:
        "A header of an example that its response does not declare, kept in an extension.";
    "empty-example-body" note EmptyExampleBody:
        "An empty body of an example for a response that has none.";
    "example-media-type" note ExampleMediaType:
        "A content type in an example, used to choose the media type that it stands under.";
    "example-mismatch" note ExampleMismatch:
        "An example that does not match its schema, kept as published.";
    "renamed-definition" note RenamedDefinition:
        "A definition that needed another name.";
    "merged-definition" note MergedDefinition:
        "A definition that two files have in the same words; one is kept.";
    "inlined-binary" note InlinedBinary:
        "A definition of binary content, written where it is used.";
    "shared-responses" note SharedResponses:
        "Shared responses, written where they are used.";
    "assumed-media-type" note AssumedMediaType:
        "A media type that the source does not name.";
    "assumed-server" note AssumedServer:
        "A default for a part of the host that the source gives no value for.";
    "no-common-error" note NoCommonError:
        "Errors of different types, so that none can stand for all other statuses.";
    "optional-discriminator" note OptionalDiscriminator:
        "A discriminator that its base did not require and that is required now.";
}

/// A loss that the caller accepts: all of a kind (`kind`) or those about one thing (`kind=thing`).
#[derive(Clone, Debug)]
pub struct Allowed {
    kind: Kind,
    subject: Option<String>,
}

impl FromStr for Allowed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, subject) = match text.split_once('=') {
            Some((kind, subject)) => (kind, Some(subject.to_owned())),
            None => (text, None),
        };
        let mut losses = Kind::ALL.iter().copied().filter(|kind| kind.is_loss());
        match losses.clone().find(|known| known.name() == kind) {
            Some(kind) => Ok(Self { kind, subject }),
            None => {
                let last = losses.next_back().map(Kind::name).unwrap_or_default();
                let names: Vec<_> = losses.map(Kind::name).collect();
                Err(format!("expected one of {} or {last}", names.join(", ")))
            }
        }
    }
}

struct Finding {
    kind: Kind,
    subject: String,
    place: Place,
    text: String,
}

impl Finding {
    fn is_allowed(&self, allowed: &[Allowed]) -> bool {
        allowed.iter().any(|allowed| {
            allowed.kind == self.kind
                && allowed
                    .subject
                    .as_ref()
                    .is_none_or(|subject| *subject == self.subject)
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {}: {}", self.kind.name(), self.place, self.text)
    }
}

/// The findings of one import, in the order of the conversion.
#[derive(Default)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Adds a finding about `subject`, the short name that `--allow kind=subject` takes. What was
    /// found at a place once is not listed again.
    pub fn add(&mut self, kind: Kind, subject: &str, place: Place, text: impl Into<String>) {
        let text = text.into();
        let known = |f: &Finding| f.kind == kind && f.place == place && f.text == text;
        if !self.findings.iter().any(known) {
            self.findings.push(Finding {
                kind,
                subject: subject.to_owned(),
                place,
                text,
            });
        }
    }

    /// One line for each finding: losses, then those that were allowed, then notes.
    pub fn lines(&self, allowed: &[Allowed]) -> Vec<String> {
        let rank = |finding: &Finding| match (finding.kind.is_loss(), finding.is_allowed(allowed)) {
            (true, false) => (0, "lost"),
            (true, true) => (1, "allowed"),
            (false, _) => (2, "note"),
        };
        let mut findings: Vec<_> = self.findings.iter().collect();
        findings.sort_by_key(|finding| rank(finding).0);
        let line = |finding| format!("{} {finding}", rank(finding).1);
        findings.into_iter().map(line).collect()
    }

    /// How many losses `allowed` does not name.
    pub fn losses(&self, allowed: &[Allowed]) -> usize {
        let lost = |f: &&Finding| f.kind.is_loss() && !f.is_allowed(allowed);
        self.findings.iter().filter(lost).count()
    }
}
