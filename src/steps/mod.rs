//! What has to be done on the platform, as data. Scripts and `apply` are two readings
//! of it; it holds no shell text.

mod address;

pub use address::Address;
