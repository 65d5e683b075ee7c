package io.clp.rehearse.page;

import static io.clp.rehearse.page.Markup.element;
import static io.clp.rehearse.page.Markup.text;

import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.passage.PassageText;
import io.clp.rehearse.passage.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a page together. Not thread-safe. */
public final class Page {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --edge: #9aa0a6; --critical: #b3261e; --beside: #5b8def; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e3e3e3; --paper: #17181a; --critical: #f2726b; } }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1080px; margin: 2em auto;
              padding: 0 1em; }
            h2 { font-size: 1.1em; margin: 2em 0 .3em; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
            svg { width: 100%; height: auto; }
            svg text { font-size: 12px; fill: var(--ink); }
            svg .scale { font-size: 11px; }
            svg .end { text-anchor: end; }
            .edge { stroke: var(--edge); }
            .critical { fill: var(--critical); }
            .beside { fill: var(--beside); }
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    /**
     * Begins a page.
     *
     * @param title its heading
     */
    public Page(String title) {
        this.title = title;
    }

    /** Adds lines as they were printed. */
    public Page lines(String heading, List<String> lines) {
        body.append(element("h2", text(heading))).append('\n');
        body.append(element("pre", lines.stream().map(Markup::text).collect(Collectors.joining("\n"))))
                .append('\n');
        return this;
    }

    /** Adds lines that open on request. */
    public Page folded(String heading, List<String> lines) {
        body.append("<details>").append(element("summary", text(heading))).append('\n');
        body.append(Markup.items(lines)).append("</details>\n");
        return this;
    }

    /** Adds a passage: its bars, and below them what was logged. */
    public Page passage(Passage passage) {
        body.append("<section>\n").append(element("h2", text(passage.title()))).append('\n');
        if (passage.downtime()) {
            body.append(element("p", "down for " + PassageText.seconds(passage.total())))
                    .append('\n');
        }
        body.append(PassageSvg.of(passage));
        List<String> log = new ArrayList<>();
        for (Row row : passage.rows()) {
            row.log().forEach(it -> log.add((row.node() + " " + row.resource()).strip() + ": " + it));
        }
        passage.interruptions()
                .forEach(it -> log.add(it.interrupted() + " was without " + it.service() + " for "
                        + PassageText.seconds(it.duration())));
        if (!log.isEmpty()) {
            folded(log.size() + " lines of the log", log);
        }
        body.append("</section>\n");
        return this;
    }

    /** {@return the whole page, well-formed as XML too} */
    public String build() {
        return """
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <link rel="icon" href="data:,"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>%s</h1>
                %s<p><small>Bars of the critical path are red: shortening any other one shortens nothing. Times are simulated: a Windows
                server's as the test kit assumes them, not measured ones.</small></p>
                </body>
                </html>
                """.formatted(text(title), STYLE, text(title), body);
    }
}
