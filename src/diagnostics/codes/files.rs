//! Codes of files on disk.

use super::codes;

codes! {
    FILE_MISSING = "GS0901", "file-missing", Error, "a file that the manifest names does not exist";
    FILE_OUTSIDE = "GS0902", "file-outside", Error, "a file that the manifest names lies outside its folder";
    FILE_TOO_LARGE = "GS0903", "file-too-large", Error, "a file is larger than gusset reads";
    FILE_UNREADABLE = "GS0904", "file-unreadable", Error, "a file cannot be read";
    MANIFEST_MISSING = "GS0905", "manifest-missing", Error, "there is no manifest where one was asked for";
    OUTPUT_EDITED = "GS0911", "output-edited", Error, "a generated file was changed by hand";
    OUTPUT_FOREIGN = "GS0912", "output-foreign", Error, "a file that gusset did not write stands where one is to be written";
    OUTPUT_LINK = "GS0913", "output-link", Error, "a symbolic link stands in the output folder";
    LEDGER_DAMAGED = "GS0914", "ledger-damaged", Error, "the ledger of generated files cannot be read";
}
