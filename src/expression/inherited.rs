//! Names that every object of JavaScript has, from `Object.prototype`: a field of such a
//! name is there also where nobody gave it.

const INHERITED: &[&str] = &[
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Whether an object without a field of this name would give something else for it.
pub fn is_inherited(name: &str) -> bool {
    INHERITED.contains(&name)
}
