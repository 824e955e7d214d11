package org.example.randomquotes;

/** A quote and where it comes from. */
record Quote(String text, String origin) {}
