//! Who takes part in chats: identifiers as raw ids, as the API's model, and as one of their kinds.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::types::{
    self, CommunicationCloudEnvironment as Cloud, CommunicationIdentifierModel,
    CommunicationUserIdentifierModel, MicrosoftTeamsUserIdentifierModel,
    PhoneNumberIdentifierModel,
};

/// Somebody or something that takes part in chats.
///
/// `FromStr` reads a raw id and never fails, `Display` writes it, and the two are each other's inverse for every
/// string. The conversions to and from [`CommunicationIdentifierModel`], which requests and responses hold, never fail
/// either: what is of no known kind is [`Unknown`](Self::Unknown).
///
/// ```
/// use acs_chat::{CommunicationIdentifier, types::CommunicationCloudEnvironment};
///
/// let user: CommunicationIdentifier = "8:orgid:45ab2481-1c1c-4005-be24-0ffb879b1130".into();
/// assert_eq!(user, CommunicationIdentifier::MicrosoftTeamsUser {
///     user_id: "45ab2481-1c1c-4005-be24-0ffb879b1130".into(),
///     is_anonymous: false,
///     cloud: CommunicationCloudEnvironment::Public,
/// });
/// assert_eq!(user.to_string(), "8:orgid:45ab2481-1c1c-4005-be24-0ffb879b1130");
/// ```
///
/// serde reads and writes it as the raw id. It compares with a model: equal if the model converts into it.
///
/// Source: schema `CommunicationIdentifierModel`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
#[non_exhaustive]
pub enum CommunicationIdentifier {
    /// A user of a Communication Services resource. Raw id: the id itself, `8:acs:…` or `8:spool:…`.
    CommunicationUser {
        /// The id, which is the raw id as a whole.
        id: String,
    },
    /// A phone number. Raw id: `4:` and the number.
    PhoneNumber {
        /// The number, usually in E.164 form with a leading `+`; `anonymous` where it is withheld. What stands behind
        /// a last `_` tells apart several participants who share the number; see
        /// [`asserted_id`](CommunicationIdentifier::asserted_id).
        value: String,
    },
    /// A user of Microsoft Teams. Raw id: `8:orgid:…`, `8:dod:…`, `8:gcch:…` or, anonymous, `8:teamsvisitor:…`.
    MicrosoftTeamsUser {
        /// The id of the user.
        user_id: String,
        /// Whether the user joined without signing in.
        is_anonymous: bool,
        /// The cloud that the user belongs to.
        cloud: Cloud,
    },
    /// An application of Microsoft Teams. Raw id: `28:orgid:…`, `28:dod:…` or `28:gcch:…`.
    MicrosoftTeamsApp {
        /// The id of the application.
        app_id: String,
        /// The cloud that the application belongs to.
        cloud: Cloud,
    },
    /// A Teams user whose Teams phone is extended through a Communication Services resource. Raw id:
    /// `8:acs:<resource>_<tenant>_<user>`, or with `8:dod-acs:` or `8:gcch-acs:`.
    TeamsExtensionUser {
        /// The id of the user.
        user_id: String,
        /// The id of the user's tenant.
        tenant_id: String,
        /// The id of the Communication Services resource.
        resource_id: String,
        /// The cloud that the user belongs to.
        cloud: Cloud,
    },
    /// Anything else, kept as its raw id.
    Unknown {
        /// The raw id.
        id: String,
    },
}

const PHONE: &str = "4:";
const ANONYMOUS: &str = "anonymous";
const VISITOR: &str = "8:teamsvisitor:";

/// The prefixes of raw ids that differ by cloud only.
struct Prefixes {
    public: &'static str,
    dod: &'static str,
    gcch: &'static str,
}

const ACS: Prefixes = Prefixes {
    public: "8:acs:",
    dod: "8:dod-acs:",
    gcch: "8:gcch-acs:",
};

const TEAMS_USER: Prefixes = Prefixes {
    public: "8:orgid:",
    dod: "8:dod:",
    gcch: "8:gcch:",
};

const TEAMS_APP: Prefixes = Prefixes {
    public: "28:orgid:",
    dod: "28:dod:",
    gcch: "28:gcch:",
};

impl Prefixes {
    fn of(&self, cloud: &Cloud) -> Option<&'static str> {
        match cloud {
            Cloud::Public => Some(self.public),
            Cloud::Dod => Some(self.dod),
            Cloud::Gcch => Some(self.gcch),
            _ => None,
        }
    }

    /// The cloud of a raw id with one of the prefixes, and what follows.
    fn split<'a>(&self, raw_id: &'a str) -> Option<(Cloud, &'a str)> {
        [Cloud::Public, Cloud::Dod, Cloud::Gcch]
            .into_iter()
            .find_map(|cloud| Some((raw_id.strip_prefix(self.of(&cloud)?)?, cloud)))
            .map(|(rest, cloud)| (cloud, rest))
    }
}

impl CommunicationIdentifier {
    /// The id within its kind: of the user, the application or the resource's user, or the number.
    pub fn id(&self) -> &str {
        match self {
            Self::CommunicationUser { id } | Self::Unknown { id } => id,
            Self::PhoneNumber { value } => value,
            Self::MicrosoftTeamsUser { user_id, .. } | Self::TeamsExtensionUser { user_id, .. } => {
                user_id
            }
            Self::MicrosoftTeamsApp { app_id, .. } => app_id,
        }
    }

    /// Whether it is a withheld phone number or a Teams user who joined without signing in.
    pub fn is_anonymous(&self) -> bool {
        match self {
            Self::PhoneNumber { value } => value == ANONYMOUS,
            Self::MicrosoftTeamsUser { is_anonymous, .. } => *is_anonymous,
            _ => false,
        }
    }

    /// What tells apart several participants who share a phone number: the text behind the last `_` of its value.
    pub fn asserted_id(&self) -> Option<&str> {
        match self {
            Self::PhoneNumber { value } => value.rsplit_once('_').map(|(_, id)| id),
            _ => None,
        }
    }
}

impl From<&str> for CommunicationIdentifier {
    /// Reads a raw id.
    fn from(raw_id: &str) -> Self {
        if let Some(value) = raw_id.strip_prefix(PHONE) {
            return Self::PhoneNumber {
                value: value.to_owned(),
            };
        }
        if let Some((cloud, rest)) = ACS.split(raw_id) {
            return match rest.split('_').collect::<Vec<_>>()[..] {
                [resource, tenant, user] => Self::TeamsExtensionUser {
                    user_id: user.to_owned(),
                    tenant_id: tenant.to_owned(),
                    resource_id: resource.to_owned(),
                    cloud,
                },
                _ => Self::CommunicationUser {
                    id: raw_id.to_owned(),
                },
            };
        }
        if let Some((cloud, user_id)) = TEAMS_USER.split(raw_id) {
            return Self::MicrosoftTeamsUser {
                user_id: user_id.to_owned(),
                is_anonymous: false,
                cloud,
            };
        }
        if let Some(user_id) = raw_id.strip_prefix(VISITOR) {
            return Self::MicrosoftTeamsUser {
                user_id: user_id.to_owned(),
                is_anonymous: true,
                cloud: Cloud::Public,
            };
        }
        if let Some((cloud, app_id)) = TEAMS_APP.split(raw_id) {
            return Self::MicrosoftTeamsApp {
                app_id: app_id.to_owned(),
                cloud,
            };
        }
        let id = raw_id.to_owned();
        if raw_id.starts_with("8:spool:") {
            Self::CommunicationUser { id }
        } else {
            Self::Unknown { id }
        }
    }
}

impl From<String> for CommunicationIdentifier {
    /// Reads a raw id.
    fn from(raw_id: String) -> Self {
        raw_id.as_str().into()
    }
}

impl FromStr for CommunicationIdentifier {
    type Err = Infallible;

    /// Reads a raw id; every string is one.
    fn from_str(raw_id: &str) -> Result<Self, Infallible> {
        Ok(raw_id.into())
    }
}

/// The raw id. Of a cloud that the document does not know, the cloud's name stands for its prefix.
impl fmt::Display for CommunicationIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommunicationUser { id } | Self::Unknown { id } => f.write_str(id),
            Self::PhoneNumber { value } => write!(f, "{PHONE}{value}"),
            Self::MicrosoftTeamsUser {
                user_id,
                is_anonymous: true,
                ..
            } => write!(f, "{VISITOR}{user_id}"),
            Self::MicrosoftTeamsUser { user_id, cloud, .. } => match TEAMS_USER.of(cloud) {
                Some(prefix) => write!(f, "{prefix}{user_id}"),
                None => write!(f, "8:{cloud}:{user_id}"),
            },
            Self::MicrosoftTeamsApp { app_id, cloud } => match TEAMS_APP.of(cloud) {
                Some(prefix) => write!(f, "{prefix}{app_id}"),
                None => write!(f, "28:{cloud}:{app_id}"),
            },
            Self::TeamsExtensionUser {
                user_id,
                tenant_id,
                resource_id,
                cloud,
            } => {
                let suffix = format_args!("{resource_id}_{tenant_id}_{user_id}");
                match ACS.of(cloud) {
                    Some(prefix) => write!(f, "{prefix}{suffix}"),
                    None => write!(f, "8:{cloud}-acs:{suffix}"),
                }
            }
        }
    }
}

impl From<&CommunicationIdentifierModel> for CommunicationIdentifier {
    /// Takes the property that is set for the kind; where none is, the raw id. A missing `cloud` is the public one, a
    /// missing `isAnonymous` is false.
    fn from(model: &CommunicationIdentifierModel) -> Self {
        let public = |cloud: &Option<Cloud>| cloud.clone().unwrap_or(Cloud::Public);
        if let Some(user) = &model.communication_user {
            return Self::CommunicationUser {
                id: user.id.clone(),
            };
        }
        if let Some(phone) = &model.phone_number {
            return phone_number(phone, model.raw_id.as_deref());
        }
        if let Some(user) = &model.microsoft_teams_user {
            return Self::MicrosoftTeamsUser {
                user_id: user.user_id.clone(),
                is_anonymous: user.is_anonymous.unwrap_or(false),
                cloud: public(&user.cloud),
            };
        }
        #[cfg(convenience = "teams_apps")]
        if let Some(app) = &model.microsoft_teams_app {
            return Self::MicrosoftTeamsApp {
                app_id: app.app_id.clone(),
                cloud: public(&app.cloud),
            };
        }
        #[cfg(convenience = "teams_extension_users")]
        if let Some(user) = &model.teams_extension_user {
            return Self::TeamsExtensionUser {
                user_id: user.user_id.clone(),
                tenant_id: user.tenant_id.clone(),
                resource_id: user.resource_id.clone(),
                cloud: public(&user.cloud),
            };
        }
        model.raw_id.as_deref().unwrap_or_default().into()
    }
}

/// The number with its asserted id behind it, as the raw id has it, whichever of the two the model gives.
fn phone_number(
    phone: &PhoneNumberIdentifierModel,
    raw_id: Option<&str>,
) -> CommunicationIdentifier {
    let written = raw_id.and_then(|raw_id| raw_id.strip_prefix(PHONE));
    let value = written.map_or_else(|| number(phone), str::to_owned);
    CommunicationIdentifier::PhoneNumber { value }
}

#[cfg(convenience = "phone_details")]
fn number(phone: &PhoneNumberIdentifierModel) -> String {
    match &phone.asserted_id {
        _ if phone.is_anonymous == Some(true) => ANONYMOUS.to_owned(),
        Some(id) if !phone.value.ends_with(&format!("_{id}")) => format!("{}_{id}", phone.value),
        _ => phone.value.clone(),
    }
}

#[cfg(not(convenience = "phone_details"))]
fn number(phone: &PhoneNumberIdentifierModel) -> String {
    phone.value.clone()
}

impl From<CommunicationIdentifierModel> for CommunicationIdentifier {
    /// The same as from a reference.
    fn from(model: CommunicationIdentifierModel) -> Self {
        (&model).into()
    }
}

impl From<&CommunicationIdentifier> for CommunicationIdentifierModel {
    /// Fills in the raw id and, where the document has one, the property of the kind; `kind` itself is left to the
    /// service.
    fn from(identifier: &CommunicationIdentifier) -> Self {
        use CommunicationIdentifier as Id;
        let mut model = Self {
            raw_id: Some(identifier.to_string()),
            ..Self::default()
        };
        match identifier {
            Id::CommunicationUser { id } => {
                let user = CommunicationUserIdentifierModel::with_required(id.clone());
                model.communication_user = Some(user);
            }
            Id::PhoneNumber { value } => {
                let mut phone = PhoneNumberIdentifierModel::with_required(value.clone());
                #[cfg(convenience = "phone_details")]
                {
                    phone.is_anonymous = Some(identifier.is_anonymous());
                    phone.asserted_id = identifier.asserted_id().map(str::to_owned);
                }
                model.phone_number = Some(phone);
            }
            Id::MicrosoftTeamsUser {
                user_id,
                is_anonymous,
                cloud,
            } => {
                model.microsoft_teams_user = Some(MicrosoftTeamsUserIdentifierModel {
                    is_anonymous: Some(*is_anonymous),
                    cloud: Some(cloud.clone()),
                    ..MicrosoftTeamsUserIdentifierModel::with_required(user_id.clone())
                });
            }
            #[cfg(convenience = "teams_apps")]
            Id::MicrosoftTeamsApp { app_id, cloud } => {
                model.microsoft_teams_app = Some(types::MicrosoftTeamsAppIdentifierModel {
                    cloud: Some(cloud.clone()),
                    ..types::MicrosoftTeamsAppIdentifierModel::with_required(app_id.clone())
                });
            }
            #[cfg(not(convenience = "teams_apps"))]
            Id::MicrosoftTeamsApp { .. } => {}
            #[cfg(convenience = "teams_extension_users")]
            Id::TeamsExtensionUser {
                user_id,
                tenant_id,
                resource_id,
                cloud,
            } => {
                model.teams_extension_user = Some(types::TeamsExtensionUserIdentifierModel {
                    cloud: Some(cloud.clone()),
                    ..types::TeamsExtensionUserIdentifierModel::with_required(
                        user_id.clone(),
                        tenant_id.clone(),
                        resource_id.clone(),
                    )
                });
            }
            #[cfg(not(convenience = "teams_extension_users"))]
            Id::TeamsExtensionUser { .. } => {}
            Id::Unknown { .. } => {}
        }
        model
    }
}

impl From<CommunicationIdentifier> for CommunicationIdentifierModel {
    /// The same as from a reference.
    fn from(identifier: CommunicationIdentifier) -> Self {
        (&identifier).into()
    }
}

impl From<&str> for CommunicationIdentifierModel {
    /// Reads a raw id.
    fn from(raw_id: &str) -> Self {
        CommunicationIdentifier::from(raw_id).into()
    }
}

impl From<String> for CommunicationIdentifierModel {
    /// Reads a raw id.
    fn from(raw_id: String) -> Self {
        CommunicationIdentifier::from(raw_id).into()
    }
}
