//! Each convenience lists in `src/conveniences/needs.rs` what its code names of the generated client, or uses one that
//! does: what only others list would be missing without them. What none lists stops a build, in
//! `xtask/tests/try/needs.rs`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, mem,
    path::Path,
};

use syn::{
    Arm, Attribute, Expr, ExprField, ExprMethodCall, ExprStruct, FnArg, Ident, ImplItem, Item,
    ItemEnum, ItemImpl, ItemMod, ItemStruct, Lit, Macro, Member, MetaNameValue, Pat, PatStruct,
    Path as RustPath, Token, TraitItem, Type, UseName, UseTree,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

const CONVENIENCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/conveniences");

/// What a name is that of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Type,
    Variant,
    Field,
    /// An operation, or a parameter of one.
    Call,
    Convenience,
}

type Names = BTreeSet<(Kind, String)>;

/// The names that each convenience lists, with those of the conveniences that it uses.
fn listed() -> BTreeMap<String, Names> {
    let table = fs::read_to_string(format!("{CONVENIENCES}/needs.rs")).expect("the table");
    let table = syn::parse_file(&table).expect("Rust");
    let mut all = BTreeMap::new();
    for item in table.items {
        let Item::Mod(ItemMod { ident, content, .. }) = item else {
            panic!("the table has something else than modules");
        };
        let mut names = Names::from([(Kind::Convenience, ident.to_string())]);
        for need in content.into_iter().flat_map(|(_, needs)| needs) {
            list(&need, &all, &mut names);
        }
        all.insert(ident.to_string(), names);
    }
    all
}

fn list(need: &Item, all: &BTreeMap<String, Names>, names: &mut Names) {
    let mut add = |kind, name: &Ident| names.insert((kind, name.to_string()));
    match need {
        Item::Struct(need) => {
            add(Kind::Type, &need.ident);
            for field in need.fields.iter().filter_map(|field| field.ident.as_ref()) {
                add(Kind::Field, field);
            }
        }
        Item::Enum(need) => {
            add(Kind::Type, &need.ident);
            for variant in &need.variants {
                add(Kind::Variant, &variant.ident);
            }
        }
        Item::Trait(need) => {
            for function in &need.items {
                let TraitItem::Fn(function) = function else {
                    panic!("`{}` has something else than functions", need.ident);
                };
                add(Kind::Call, &function.sig.ident);
                for parameter in &function.sig.inputs {
                    if let FnArg::Typed(parameter) = parameter
                        && let Pat::Ident(name) = &*parameter.pat
                    {
                        add(Kind::Call, &name.ident);
                    }
                }
            }
        }
        Item::Use(need) => {
            let UseTree::Name(name) = &need.tree else {
                panic!("`use` takes the name of one convenience");
            };
            names.extend(all[&name.ident.to_string()].iter().cloned());
        }
        _ => panic!("the table has an item that is no need"),
    }
}

/// Looks for names in code, by the conveniences that it is compiled with.
struct Code {
    listed: BTreeMap<String, Names>,
    directory: String,
    file: String,
    conveniences: Vec<String>,
    /// Whether the `impl` is that of a generated type.
    is_generated: bool,
    /// The conveniences of the types in the code.
    own: BTreeMap<String, BTreeSet<String>>,
    unlisted: BTreeSet<String>,
}

impl Code {
    fn read(&mut self, directory: &str, file: &str) {
        let text = fs::read_to_string(format!("{directory}/{file}")).expect(file);
        let mut code = syn::parse_file(&text).expect("Rust");
        let directory = mem::replace(&mut self.directory, directory.to_owned());
        let file = mem::replace(&mut self.file, file.to_owned());
        self.visit_file_mut(&mut code);
        (self.directory, self.file) = (directory, file);
    }

    /// Looks at something that has these attributes.
    fn within(&mut self, attributes: &[Attribute], look: impl FnOnce(&mut Self)) {
        let before = self.conveniences.len();
        for attribute in attributes {
            let condition = attribute.parse_args::<MetaNameValue>();
            if let Ok(condition) = condition
                && condition.path.is_ident("convenience")
                && let Expr::Lit(name) = &condition.value
                && let Lit::Str(name) = &name.lit
            {
                self.conveniences.push(name.value());
            }
        }
        look(self);
        self.conveniences.truncate(before);
    }

    /// Whether a convenience that the code is compiled with lists this.
    fn lists(&self, kind: Kind, name: &str) -> bool {
        let name = (kind, name.to_owned());
        let mut conveniences = self.conveniences.iter();
        conveniences.any(|one| self.listed[one].contains(&name))
    }

    /// Whether any convenience does.
    fn is_listed(&self, kind: Kind, name: &Ident) -> bool {
        let name = (kind, name.to_string());
        self.listed.values().any(|names| names.contains(&name))
    }

    fn name(&mut self, kind: Kind, name: &Ident) {
        if self.is_listed(kind, name) && !self.lists(kind, &name.to_string()) {
            self.is_unlisted(name);
        }
    }

    /// Looks at the name of a type, which may be one of the code's own.
    fn type_name(&mut self, name: &Ident) {
        self.name(Kind::Type, name);
        let is_used = |owner: &String| self.lists(Kind::Convenience, owner);
        let owners = self.own.get(&name.to_string());
        if owners.is_some_and(|owners| !owners.iter().any(is_used)) {
            self.is_unlisted(name);
        }
    }

    fn is_unlisted(&mut self, name: &Ident) {
        let (file, conveniences) = (&self.file, self.conveniences.join(" in "));
        let unlisted = format!("{file}: `{name}` in {conveniences}");
        self.unlisted.insert(unlisted);
    }

    fn defines(&mut self, name: &Ident) {
        if let Some(convenience) = self.conveniences.last() {
            let owners = self.own.entry(name.to_string()).or_default();
            owners.insert(convenience.clone());
        }
    }

    fn member(&mut self, member: &Member) {
        if let Member::Named(name) = member {
            self.name(Kind::Field, name);
        }
    }

    /// Whether a path leads to a generated type.
    fn is_generated(&self, path: &RustPath) -> bool {
        let name = path.segments.last().map(|last| &last.ident);
        name.is_some_and(|name| match name == "Self" {
            true => self.is_generated,
            false => self.is_listed(Kind::Type, name),
        })
    }
}

impl VisitMut for Code {
    fn visit_item_mut(&mut self, item: &mut Item) {
        let attributes = match item {
            Item::Const(item) => &item.attrs,
            Item::Enum(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Trait(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => &Vec::new(),
        };
        self.within(&attributes.clone(), |code| {
            visit_mut::visit_item_mut(code, item)
        });
    }

    fn visit_item_mod_mut(&mut self, module: &mut ItemMod) {
        // Unit tests are in place.
        if module.content.is_some() {
            return;
        }
        let (directory, name) = (self.directory.clone(), module.ident.to_string());
        let inner = format!("{directory}/{name}");
        match Path::new(&inner).is_dir() {
            true => self.read(&inner, "mod.rs"),
            false => self.read(&directory, &format!("{name}.rs")),
        }
    }

    fn visit_impl_item_mut(&mut self, item: &mut ImplItem) {
        let attributes = match item {
            ImplItem::Const(item) => &item.attrs,
            ImplItem::Fn(item) => &item.attrs,
            _ => &Vec::new(),
        };
        self.within(&attributes.clone(), |code| {
            visit_mut::visit_impl_item_mut(code, item)
        });
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        self.within(&arm.attrs.clone(), |code| {
            visit_mut::visit_arm_mut(code, arm)
        });
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        let attributes = match expression {
            Expr::If(expression) => &expression.attrs,
            Expr::Block(expression) => &expression.attrs,
            Expr::Match(expression) => &expression.attrs,
            _ => &Vec::new(),
        };
        self.within(&attributes.clone(), |code| {
            visit_mut::visit_expr_mut(code, expression)
        });
    }

    fn visit_path_mut(&mut self, path: &mut RustPath) {
        let names: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
        for (index, name) in names.iter().enumerate() {
            self.type_name(name);
            if index > 0 && self.is_listed(Kind::Type, names[index - 1]) {
                self.name(Kind::Variant, name);
            }
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_use_name_mut(&mut self, name: &mut UseName) {
        self.type_name(&name.ident);
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        self.name(Kind::Call, &call.method);
        visit_mut::visit_expr_method_call_mut(self, call);
    }

    fn visit_item_impl_mut(&mut self, item: &mut ItemImpl) {
        let of = match &*item.self_ty {
            Type::Path(named) => self.is_generated(&named.path),
            _ => false,
        };
        let outer = mem::replace(&mut self.is_generated, of);
        visit_mut::visit_item_impl_mut(self, item);
        self.is_generated = outer;
    }

    fn visit_item_struct_mut(&mut self, item: &mut ItemStruct) {
        self.defines(&item.ident);
        visit_mut::visit_item_struct_mut(self, item);
    }

    fn visit_item_enum_mut(&mut self, item: &mut ItemEnum) {
        self.defines(&item.ident);
        visit_mut::visit_item_enum_mut(self, item);
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        let values = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        for mut value in values.into_iter().flatten() {
            match &mut value {
                Expr::Assign(named) => self.visit_expr_mut(&mut named.right),
                value => self.visit_expr_mut(value),
            }
        }
    }

    fn visit_expr_struct_mut(&mut self, value: &mut ExprStruct) {
        if self.is_generated(&value.path) {
            for field in &value.fields {
                self.member(&field.member);
            }
        }
        visit_mut::visit_expr_struct_mut(self, value);
    }

    fn visit_pat_struct_mut(&mut self, pattern: &mut PatStruct) {
        if self.is_generated(&pattern.path) {
            for field in &pattern.fields {
                self.member(&field.member);
            }
        }
        visit_mut::visit_pat_struct_mut(self, pattern);
    }

    fn visit_expr_field_mut(&mut self, field: &mut ExprField) {
        let is_self = matches!(&*field.base, Expr::Path(base) if base.path.is_ident("self"));
        if !is_self || self.is_generated {
            self.member(&field.member);
        }
        visit_mut::visit_expr_field_mut(self, field);
    }
}

#[test]
fn each_convenience_lists_what_it_names() {
    let mut code = Code {
        listed: listed(),
        directory: String::new(),
        file: String::new(),
        conveniences: Vec::new(),
        is_generated: false,
        own: BTreeMap::new(),
        unlisted: BTreeSet::new(),
    };
    // Types are found before what names them.
    code.read(CONVENIENCES, "mod.rs");
    code.unlisted.clear();
    code.read(CONVENIENCES, "mod.rs");
    assert!(
        code.unlisted.is_empty(),
        "what these conveniences name, src/conveniences/needs.rs has to list there: {:#?}",
        code.unlisted
    );
}
