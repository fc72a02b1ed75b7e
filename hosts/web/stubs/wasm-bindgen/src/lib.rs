//! What plotters names of wasm-bindgen on WebAssembly, with nothing in it: no value of these types can
//! be made, so nothing of it is ever called.

/// A cast between objects of a page.
pub trait JsCast: Sized {
    /// The same object as another type.
    fn dyn_into<T: From<Self>>(self) -> Result<T, ()> {
        Ok(self.into())
    }
}
