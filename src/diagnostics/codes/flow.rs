//! Codes of triggers and steps.

use super::codes;

codes! {
    NO_TRIGGER = "GS0601", "no-trigger", Error, "nothing starts a workflow";
    NO_INCOMING = "GS0603", "no-incoming", Error, "calls are checked by a system without an `incoming` scheme";
    RESPOND_UNHEARD = "GS0604", "respond-unheard", Error, "a response that nobody waits for";
    UNREACHABLE = "GS0605", "unreachable", Warning, "a step that no run comes to";
    BODY = "GS0607", "body", Error, "a request has a body where none fits";
    NOT_TEXT = "GS0608", "not-scalar", Error, "a query parameter, header or form field is no text";
}
