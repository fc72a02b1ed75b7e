//! One word for one idea: no two types of the crate have the same name.

use crate::graph::Crate;
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn no_two_types_have_one_name() {
    let library = Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"));
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, module) in library.types() {
        places.entry(name).or_default().push(module);
    }
    assert!(places.len() > 100, "{} types", places.len());
    places.retain(|_, modules| modules.len() > 1);
    assert!(places.is_empty(), "types of one name: {places:#?}");
}
