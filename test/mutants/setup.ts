import fc from "fast-check";

// That a mistake is noticed is enough: the smallest case of it need not be found.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
