//! The `gusset` program; all of it is in the library.

use std::hint::black_box;
use std::process::ExitCode;

fn main() -> ExitCode {
    keep_freed_memory();
    gusset::cli::main()
}

/// Has freed memory used again instead of given back and asked for anew, page by page: a
/// third of the time that the system takes for a large check. glibc takes the size of a
/// freed block of its own pages, up to 32 MiB, as the size above which blocks get such
/// pages; the pages of this one are never touched. Elsewhere it does nothing.
fn keep_freed_memory() {
    const SIZE: usize = 30 << 20;
    drop(black_box(Vec::<u8>::with_capacity(SIZE)));
}
