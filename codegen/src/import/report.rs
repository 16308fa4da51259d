//! The report of an import: what it lost, and what a reviewer should know.

use std::fmt;
use std::str::FromStr;

use crate::SpecError;

macro_rules! kinds {
    ($($name:literal $class:ident $kind:ident: $meaning:literal;)+) => {
        /// The kind of a finding. Losses make an import fail unless they are allowed by name; notes are
        /// decisions of the import, or content that it kept elsewhere.
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

            /// What it means.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$kind => $meaning,)+ }
            }

            /// Whether something is lost.
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
        "A keyword that OpenAPI 3.0 does not have there.";
    "collection-format" loss CollectionFormat:
        "A serialization of lists that OpenAPI 3.0 cannot express.";
    "reserved-header" loss ReservedHeader:
        "A header parameter that OpenAPI 3.0 ignores.";
    "unplaced-path-parameter" loss UnplacedPathParameter:
        "A path parameter that does not occur in its path.";
    "nested-discriminator" loss NestedDiscriminator:
        "A subtype that is the base of a union itself.";
    "repeated-discriminator-value" loss RepeatedDiscriminatorValue:
        "A discriminator value of two subtypes.";
    "unused-discriminator-value" loss UnusedDiscriminatorValue:
        "A discriminator value without a subtype.";
    "undeclared-example-parameter" loss UndeclaredExampleParameter:
        "A parameter of an example that its operation does not declare.";
    "undeclared-example-status" loss UndeclaredExampleStatus:
        "A status of an example that its operation does not declare.";
    "undeclared-example-body" loss UndeclaredExampleBody:
        "A body of an example for a response that has none.";
    "unknown-example-member" loss UnknownExampleMember:
        "An unknown member of an example file.";
    "unplaced-delivery" loss UnplacedDelivery:
        "An example of a delivery of which no definition is the payload.";
    "undeclared-example-header" note UndeclaredExampleHeader:
        "A header of an example that its response does not declare, kept in an extension.";
    "empty-example-body" note EmptyExampleBody:
        "An empty body of an example for a response that has none.";
    "example-media-type" note ExampleMediaType:
        "A content type in an example, which selects the media type of its body.";
    "example-mismatch" note ExampleMismatch:
        "An example that does not match its schema, kept as published.";
    "renamed-definition" note RenamedDefinition:
        "A definition that is renamed.";
    "merged-definition" note MergedDefinition:
        "Equal definitions in two files; one is kept.";
    "inlined-binary" note InlinedBinary:
        "A definition of binary content, inlined where it is used.";
    "shared-responses" note SharedResponses:
        "Shared responses, inlined where they are used.";
    "assumed-media-type" note AssumedMediaType:
        "A media type that the source does not list.";
    "assumed-server" note AssumedServer:
        "An assumed default of a host parameter without a value in the source.";
    "no-common-error" note NoCommonError:
        "Errors of different types, so that there is no default response.";
    "optional-discriminator" note OptionalDiscriminator:
        "A discriminator that is optional in its base and required in its subtypes.";
}

/// Losses that the caller accepts: all of a kind (`kind`) or those about one thing (`kind=thing`).
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
    message: SpecError,
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
        write!(f, "[{}] {}", self.kind.name(), self.message)
    }
}

/// The findings of one import, in the order of the conversion.
#[derive(Default)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    /// Adds a finding about `subject`, the short name that `--allow kind=subject` takes, unless it is there already.
    pub fn add(&mut self, kind: Kind, subject: &str, message: SpecError) {
        let known = |f: &Finding| f.kind == kind && f.message == message;
        if !self.findings.iter().any(known) {
            self.findings.push(Finding {
                kind,
                subject: subject.to_owned(),
                message,
            });
        }
    }

    /// One line per finding: losses, then allowed losses, then notes.
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

    /// The number of losses that `allowed` does not name.
    pub fn losses(&self, allowed: &[Allowed]) -> usize {
        let lost = |f: &&Finding| f.kind.is_loss() && !f.is_allowed(allowed);
        self.findings.iter().filter(lost).count()
    }
}
