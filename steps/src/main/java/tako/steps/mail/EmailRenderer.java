package tako.steps.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.octostache.Evaluation;
import tako.octostache.Failure;
import tako.octostache.Template;
import tako.octostache.Variables;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;
import tako.server.settings.mail.smtp.Recipient.Kind;

/** Turns the properties of a mail step into a mail; collects all that is wrong before it refuses. */
final class EmailRenderer {
    private static final String MASK = "********";
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<String> BLOCKS = List.of("each", "if", "unless");

    private final RenderContext context;
    private final Variables masked;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    EmailRenderer(RenderContext context) {
        this.context = context;
        this.masked = context.variables()
                .with(context.sensitive().stream().collect(Collectors.toMap(Function.identity(), name -> MASK)));
    }

    /** A text evaluated, in clear and without secrets. */
    private record Both(String clear, String shown) {
        boolean isSecret() {
            return !clear.equals(shown);
        }
    }

    /** The rendering. Throws {@link RenderingRefused}. */
    EmailRendering render() {
        Both subject = required(EmailProperties.SUBJECT, "subject");
        Both body = required(EmailProperties.BODY, "body");
        List<Recipient> recipients = recipients();
        Map<Kind, List<String>> teams = teams();
        if (problems.isEmpty() && recipients.isEmpty() && teams.isEmpty()) {
            problems.add("Nobody is named who is to get the mail. Write an address or a team into the step \""
                    + context.actionName() + "\", or check the variables in it.");
        }
        boolean html = isOn(EmailProperties.IS_HTML);
        MailPriority priority = priority();
        if (!problems.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        if (subject.isSecret() || body.isSecret()) {
            notes.add("The mail holds a sensitive value, which everybody who gets or passes on the mail can read.");
        }
        return new EmailRendering(
                variable("Octopus.Space.Id").orElse(""),
                Stream.of("Octopus.Deployment.Id", "Octopus.Project.Id", "Octopus.Environment.Id")
                        .flatMap(name -> variable(name).stream())
                        .toList(),
                recipients,
                teams,
                new EmailRendering.Text(oneLine(subject.clear()), body.clear()),
                new EmailRendering.Text(oneLine(subject.shown()), body.shown()),
                html,
                priority,
                isOn(EmailProperties.WAIT),
                notes);
    }

    private Both required(String key, String called) {
        String written = context.properties().getOrDefault(key, "");
        Both text = evaluated(written, called);
        if (written.isBlank()) {
            problems.add("The mail has no " + called + ". Write one into the step \"" + context.actionName() + "\".");
        }
        return text;
    }

    private Both evaluated(String written, String called) {
        Template template = Template.parse(written);
        Evaluation evaluation = template.evaluate(context.variables());
        evaluation.failure().ifPresent(failure -> problems.add(broken(called, written, evaluation, failure)));
        if (!evaluation.unresolved().isEmpty()) {
            notes.add("In the " + called + " of the mail, nothing is known for "
                    + String.join(", ", template.evaluate(masked).unresolved())
                    + ". It stands there as it was written.");
        }
        return new Both(evaluation.text(), template.evaluate(masked).text());
    }

    /** The language's own words, which name the place where a text cannot be read; for other failures it is added. */
    private String broken(String called, String written, Evaluation evaluation, Failure failure) {
        String place = evaluation.troubles().stream()
                .filter(trouble -> !(failure instanceof Failure.Syntax))
                .findFirst()
                .map(trouble -> " (line " + trouble.line() + ", column " + trouble.column() + ")")
                .orElse("");
        String message = BLANKS.matcher(failure.message()).replaceAll(" ").strip();
        String sentence = message.endsWith(".") ? message : message + ".";
        return "The " + called + " of the mail cannot be evaluated" + place + ": " + sentence
                + unclosed(written, failure) + " Correct it in the step \"" + context.actionName() + "\".";
    }

    /** What can only be read whole is often just not closed. */
    private static String unclosed(String written, Failure failure) {
        if (!(failure instanceof Failure.Syntax syntax)) {
            return "";
        }
        String from = written.lines()
                .skip(syntax.line() - 1L)
                .findFirst()
                .filter(line -> syntax.column() <= line.length())
                .map(line -> line.substring(syntax.column() - 1))
                .orElse("");
        return BLOCKS.stream()
                .filter(block -> from.startsWith("#{" + block + " ") && !written.contains("#{/" + block + "}"))
                .findFirst()
                .map(block -> " What begins there has no end: #{/" + block + "} is missing.")
                .orElse("");
    }

    private List<Recipient> recipients() {
        List<Recipient> recipients = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String line = "line " + name(kind);
            Both addresses = evaluated(written(kind), line);
            if (addresses.isSecret()) {
                problems.add(
                        "In the " + line + " of the mail stands a sensitive value, and everybody who may see the task"
                                + " can read to whom a mail goes. Use a variable that is not sensitive in the step \""
                                + context.actionName() + "\".");
                continue;
            }
            AddressList.split(addresses.clear()).forEach(text -> {
                Optional<MailAddress> address = MailAddress.parse(text);
                address.ifPresent(one -> recipients.add(new Recipient(kind, one)));
                if (address.isEmpty()) {
                    problems.add("'" + text + "' in the " + line + " of the mail is no mail address."
                            + " Correct it in the step \"" + context.actionName()
                            + "\", or the variable it comes from.");
                }
            });
        }
        return recipients;
    }

    private String written(Kind kind) {
        return EmailProperties.ADDRESSES.getOrDefault(kind, List.of()).stream()
                .map(key -> context.properties().getOrDefault(key, ""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private Map<Kind, List<String>> teams() {
        Map<Kind, List<String>> teams = new EnumMap<>(Kind.class);
        EmailProperties.TEAMS.forEach((kind, key) -> {
            List<String> ids = AddressList.split(context.property(key).orElse(""));
            if (!ids.isEmpty()) {
                teams.put(kind, ids);
            }
        });
        return teams;
    }

    private MailPriority priority() {
        String name =
                context.property(EmailProperties.PRIORITY).orElse("Normal").strip();
        return Stream.of(MailPriority.values())
                .filter(priority -> priority.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> {
                    problems.add("\"" + name + "\" is no priority of a mail. Use one of Low, Normal, High.");
                    return MailPriority.NORMAL;
                });
    }

    private boolean isOn(String key) {
        return context.property(key)
                .filter(value -> value.strip().equalsIgnoreCase("true"))
                .isPresent();
    }

    private Optional<String> variable(String name) {
        return context.variables().get(name).filter(value -> !value.isBlank());
    }

    private static String oneLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ").strip();
    }

    private static String name(Kind kind) {
        return kind.name().toUpperCase(Locale.ROOT);
    }
}
