package tako.server.library.feed.registry;

import java.time.Duration;

/** What went wrong with a registry, for people: what, why, and what to do next. */
final class RegistrySentences {
    private RegistrySentences() {}

    /** @param host the registry's host and port */
    static String of(String host, Question question, RegistryTrouble trouble) {
        return switch (question) {
                    case Question.Probe() -> "";
                    case Question.Catalogue() -> "The repositories could not be listed. ";
                    case Question.Tags(String repository) -> "The tags of '" + repository + "' could not be listed. ";
                }
                + why(host, question, trouble);
    }

    private static String why(String host, Question question, RegistryTrouble trouble) {
        return switch (trouble) {
            case RegistryTrouble.Refused() ->
                "Nothing listens at " + host + ": the connection was refused. Check host and port of the feed's"
                        + " address, and that the registry runs.";
            case RegistryTrouble.UnknownHost() ->
                "The host of " + host + " is not known here. Check its spelling in the feed's address, and this"
                        + " server's name resolution.";
            case RegistryTrouble.Unreachable(Duration waited) ->
                host + " could not be reached" + within(waited) + ". Check scheme, host and port of the feed's"
                        + " address, and that no firewall stands between this server and the registry.";
            case RegistryTrouble.NotTrusted() ->
                "The certificate of " + host + " is not trusted by this server: it is signed by an authority that is"
                        + " not known here, or has expired. Renew it, or add the authority to the trusted ones of the"
                        + " Java runtime that this server runs on, and start the server again.";
            case RegistryTrouble.OtherHostsCertificate() ->
                "The certificate of " + host + " was issued for another host. Use the name in the feed's address that"
                        + " the certificate was issued for.";
            case RegistryTrouble.NoTls() ->
                "No encrypted connection to " + host + " could be made: it does not answer as https does. If the"
                        + " registry speaks plain http, write http:// in the feed's address.";
            case RegistryTrouble.TimedOut(Duration waited) ->
                host + " did not answer" + within(waited) + ". Try again later; if it stays so, look at the registry.";
            case RegistryTrouble.HungUp() ->
                host + " ended the connection without an answer. If the registry speaks https, write https:// in the"
                        + " feed's address; else look at the registry.";
            case RegistryTrouble.Unauthorized(boolean withCredentials) -> unauthorized(host, question, withCredentials);
            case RegistryTrouble.Forbidden(boolean withCredentials) ->
                host + " does not allow this to " + (withCredentials ? "the feed's user" : "strangers")
                        + " (403). Give " + (withCredentials ? "that user" : "the feed a user with")
                        + " the right to read there.";
            case RegistryTrouble.NotFound() -> notFound(host, question);
            case RegistryTrouble.Throttled(var wait) ->
                host + " was asked too often and refuses for now (429). "
                        + wait.map(time -> "Try again in " + words(time) + ".").orElse("Try again in some minutes.")
                        + " Registries often allow more to those who sign in.";
            case RegistryTrouble.Faulty(int status) ->
                host + " has a fault of its own (" + status + "), also when asked again. Try later; if it stays so,"
                        + " look at the registry.";
            case RegistryTrouble.NotARegistry(String saw) ->
                host + " does not answer as a container registry does: " + saw + ". Check the feed's address; it is"
                        + " that of the registry itself, not of its web page.";
            case RegistryTrouble.TooMuch(String bound) ->
                host + " answers with more than " + bound + ", which is not read. Name what you look for more"
                        + " closely.";
            case RegistryTrouble.SentElsewhere(String what, String other) ->
                host + " sends one to " + other + " for " + what + ". The feed's credentials are not shown there. If"
                        + " it is the right place, make it the feed's address.";
            case RegistryTrouble.Circle() ->
                host + " sends from one address to the next and back again. Check the feed's address, and the proxy"
                        + " before the registry if there is one.";
            case RegistryTrouble.ClosedCatalogue() ->
                host + " does not tell the feed's user which ones it has. Type the whole name of an image, as in"
                        + " team/web; it is then looked for by that name.";
            case RegistryTrouble.NoName(String text) ->
                "'" + text + "' cannot be the name of an image. Write it in lower case, without host and tag, as in"
                        + " team/web.";
        };
    }

    /** Some registries answer 401 also for what is not there. */
    private static String unauthorized(String host, Question question, boolean withCredentials) {
        boolean named = question instanceof Question.Tags;
        if (withCredentials) {
            return host + " does not accept the feed's username and password (401)"
                    + (named
                            ? ", or has no image of that name for them. Correct them in the feed, or the name."
                            : ". Correct them in the feed.");
        }
        return host + " wants credentials (401), and the feed has none. Give it a username and a password"
                + (named ? "; for a public image, check its name." : ".");
    }

    private static String notFound(String host, Question question) {
        return switch (question) {
            case Question.Tags(String repository) ->
                host + " has no repository of that name, or does not show it to the feed's user (404). Check the name"
                        + " of the image, without host and tag.";
            case Question.Catalogue(), Question.Probe() ->
                host + " has no registry there (404). Check the feed's address; it is that of the registry itself, not"
                        + " of its web page.";
        };
    }

    private static String within(Duration waited) {
        return " within " + words(waited);
    }

    /** A span of time in whole seconds or minutes, rounded up. */
    private static String words(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return (seconds + 59) / 60 + " minutes";
    }
}
