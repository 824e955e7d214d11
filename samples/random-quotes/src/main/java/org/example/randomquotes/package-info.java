/** Random Quotes: a web page with a quote from a small database, the version, and the environment it runs in. */
package org.example.randomquotes;
