use std::fmt;

use serde::{Deserialize, Serialize};

/// What a column of a ledger can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    LineId,
    Account,
    Description,
    /// The cost itself where the file has one amount only, or says nothing of tax.
    Amount,
    Net,
    Tax,
    Gross,
    Currency,
    Incurred,
    InvoiceNumber,
    InvoiceDate,
    Supplier,
    SupplierTaxId,
    SupplierCountry,
    Person,
    Role,
    Residency,
    WorkPlace,
    WorkFrom,
    WorkTo,
    Kind,
    Category,
    Tag,
    Quantity,
    Unit,
    Times,
    Rate,
    Days,
    DaysInCountry,
    Paid,
    PayMethod,
    PayReference,
    RelatedParty,
    Note,
    Level,
}

/// How the cells of a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldType {
    Text,
    Money,
    Number,
    Day,
}

impl Field {
    pub const ALL: [Self; 35] = [
        Self::LineId,
        Self::Account,
        Self::Description,
        Self::Amount,
        Self::Net,
        Self::Tax,
        Self::Gross,
        Self::Currency,
        Self::Incurred,
        Self::InvoiceNumber,
        Self::InvoiceDate,
        Self::Supplier,
        Self::SupplierTaxId,
        Self::SupplierCountry,
        Self::Person,
        Self::Role,
        Self::Residency,
        Self::WorkPlace,
        Self::WorkFrom,
        Self::WorkTo,
        Self::Kind,
        Self::Category,
        Self::Tag,
        Self::Quantity,
        Self::Unit,
        Self::Times,
        Self::Rate,
        Self::Days,
        Self::DaysInCountry,
        Self::Paid,
        Self::PayMethod,
        Self::PayReference,
        Self::RelatedParty,
        Self::Note,
        Self::Level,
    ];

    /// The name in saved mappings and data files.
    pub fn name(self) -> &'static str {
        match self {
            Self::LineId => "line_id",
            Self::Account => "account",
            Self::Description => "description",
            Self::Amount => "amount",
            Self::Net => "net",
            Self::Tax => "tax",
            Self::Gross => "gross",
            Self::Currency => "currency",
            Self::Incurred => "incurred",
            Self::InvoiceNumber => "invoice_number",
            Self::InvoiceDate => "invoice_date",
            Self::Supplier => "supplier",
            Self::SupplierTaxId => "supplier_tax_id",
            Self::SupplierCountry => "supplier_country",
            Self::Person => "person",
            Self::Role => "role",
            Self::Residency => "residency",
            Self::WorkPlace => "work_place",
            Self::WorkFrom => "work_from",
            Self::WorkTo => "work_to",
            Self::Kind => "kind",
            Self::Category => "category",
            Self::Tag => "tag",
            Self::Quantity => "quantity",
            Self::Unit => "unit",
            Self::Times => "times",
            Self::Rate => "rate",
            Self::Days => "days",
            Self::DaysInCountry => "days_in_country",
            Self::Paid => "paid",
            Self::PayMethod => "pay_method",
            Self::PayReference => "pay_reference",
            Self::RelatedParty => "related_party",
            Self::Note => "note",
            Self::Level => "level",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The key of the field's name in words/.
    pub fn key(self) -> String {
        format!("costs-field-{}", self.name().replace('_', "-"))
    }

    pub(crate) fn kind(self) -> FieldType {
        match self {
            Self::Amount | Self::Net | Self::Tax | Self::Gross => FieldType::Money,
            Self::Quantity | Self::Times | Self::Rate | Self::Days | Self::DaysInCountry | Self::Level => {
                FieldType::Number
            }
            Self::Incurred | Self::InvoiceDate | Self::WorkFrom | Self::WorkTo | Self::Paid => FieldType::Day,
            Self::LineId
            | Self::Account
            | Self::Description
            | Self::Currency
            | Self::InvoiceNumber
            | Self::Supplier
            | Self::SupplierTaxId
            | Self::SupplierCountry
            | Self::Person
            | Self::Role
            | Self::Residency
            | Self::WorkPlace
            | Self::Kind
            | Self::Category
            | Self::Tag
            | Self::Unit
            | Self::PayMethod
            | Self::PayReference
            | Self::RelatedParty
            | Self::Note => FieldType::Text,
        }
    }

    /// The amount that is a cost, best first: what the file calls the amount, without tax, with tax.
    pub(crate) const COSTS: [Self; 3] = [Self::Amount, Self::Net, Self::Gross];

    /// What only a payment or an invoice has, never a heading or a total.
    pub(crate) fn belongs_to_an_entry(self) -> bool {
        matches!(
            self,
            Self::Incurred
                | Self::InvoiceNumber
                | Self::InvoiceDate
                | Self::Supplier
                | Self::SupplierTaxId
                | Self::Person
                | Self::Paid
                | Self::PayReference
        )
    }
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// What was bought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Goods,
    Works,
    Services,
    Labour,
    Finance,
    Other,
}

impl Kind {
    pub const ALL: [Self; 6] = [Self::Goods, Self::Works, Self::Services, Self::Labour, Self::Finance, Self::Other];

    pub fn name(self) -> &'static str {
        match self {
            Self::Goods => "goods",
            Self::Works => "works",
            Self::Services => "services",
            Self::Labour => "labour",
            Self::Finance => "finance",
            Self::Other => "other",
        }
    }

    /// The key of the kind's name in words/.
    pub fn key(self) -> String {
        format!("costs-kind-{}", self.name())
    }
}

/// Where something was done or somebody is at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// ISO 3166: `KZ`.
    Country([u8; 2]),
    /// In the commission's own country, whichever it is.
    Home,
    Abroad,
}

impl Place {
    pub fn from_code(code: &str) -> Option<Self> {
        let letters = <[u8; 2]>::try_from(code.as_bytes()).ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self::Country(letters))
    }

    /// Whether this is the country with that code: of a place known only as abroad, it is not.
    pub fn is_in(self, code: &str) -> bool {
        match self {
            Self::Country(letters) => letters == code.as_bytes(),
            Self::Home => true,
            Self::Abroad => false,
        }
    }
}

/// `KZ`, `home`, `abroad`
impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(letters) => out.write_str(std::str::from_utf8(letters).unwrap_or("??")),
            Self::Home => out.write_str("home"),
            Self::Abroad => out.write_str("abroad"),
        }
    }
}
