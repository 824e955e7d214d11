package org.example.randomquotes;

/** The page. */
final class Page {
    private static final String TEMPLATE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Random Quotes</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1.1rem/1.5 Georgia, serif; }
            main { max-width: 36rem; padding: 2rem; }
            blockquote { margin: 0; font-size: 1.8rem; }
            figcaption, footer { margin-top: 1rem; opacity: .75; font-family: system-ui, sans-serif; font-size: .95rem; }
            footer { margin-top: 3rem; }
            </style>
            </head>
            <body>
            <main>
            <h1 hidden>Random Quotes</h1>
            <figure>
            <blockquote>%s</blockquote>
            <figcaption>%s</figcaption>
            </figure>
            <footer>Random Quotes %s, running in %s</footer>
            </main>
            </body>
            </html>
            """;

    private Page() {}

    static String of(Quote quote, Settings settings) {
        return TEMPLATE.formatted(
                escaped(quote.text()),
                escaped(quote.origin()),
                escaped(settings.version()),
                escaped(settings.environment()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
