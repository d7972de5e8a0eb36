package org.lodestone.localstack.supervisor;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.demo.DemoData;
import org.lodestone.localstack.demo.Story;

/** The commands of {@code ./lodestone} that are more than a line of shell: {@code Lodestone PROJECT COMMAND …}. */
public final class Lodestone {

    private final Path project;
    private final Home home = Home.ofEnvironment();

    private Lodestone(Path project) {
        this.project = project;
    }

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments).subList(2, arguments.length);
        try {
            System.exit(new Lodestone(Path.of(arguments[0])).run(arguments[1], words) ? 0 : 1);
        } catch (Complaint e) {
            System.err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            System.err.println("A file could not be read or written (is the disk full?): " + e.getMessage());
        }
        System.exit(1);
    }

    private boolean run(String command, List<String> words) {
        @Nullable String first = words.isEmpty() ? null : words.getFirst();
        return switch (command) {
            case "up" -> up(words.contains("--empty"));
            case "down" -> down();
            case "status" ->
                new Status(Stack.last(project)).print(words.contains("--json")) || words.contains("--json");
            case "token" -> print(new Tokens(Stack.last(project)).of(required(first, "token USER")));
            case "clock" -> print(new ClockCommand(home, Clock.systemUTC()).run(first));
            case "mail" -> print(Stack.last(project).infrastructure().inWords().get(Infrastructure.MAIL));
            case "demo" -> new Story(Stack.last(project), words.contains("--verify")).play();
            case "reset" -> reset(words.contains("--yes"));
            default -> throw new Complaint("There is no command " + command + ". ./lodestone help lists them.");
        };
    }

    private boolean up(boolean empty) {
        Stack stack = new Up(project, home).run();
        if (!empty
                && stack.infrastructure().issuerIsOurs()
                && Home.read(home.demoMark()).isEmpty()) {
            new DemoData(stack).load();
            Home.write(home.demoMark(), "loaded");
        }
        System.out.println("""

                磁石 Lodestone is up.

                  page      %s/
                  wall      %s/wall
                  API docs  %s/docs
                  mail      %s
                  users     officer.yuanqu  manager.yuanqu  leader.yuanqu   (and .changzhi .qinshui .yangcheng .yuncheng)
                            city  viewer  admin                             password of all: lodestone
                """.formatted(stack.gateway(), stack.gateway(), stack.gateway(), stack.mailViewer()));
        return true;
    }

    private boolean down() {
        System.out.println(new Processes(home).stopAll() ? "Stopped. The data is kept." : "Nothing was running.");
        return true;
    }

    private boolean reset(boolean sure) {
        if (!sure && !confirmed()) {
            throw new Complaint("Nothing was changed.");
        }
        new Processes(home).stopAll();
        Home.delete(home.path().resolve("data"));
        Home.delete(home.clockFile());
        return print("Emptied. ./lodestone up starts anew.");
    }

    private boolean confirmed() {
        System.out.print("All leads, projects, events, mails and logins in " + home.path()
                + " will be deleted. Type yes to go on: ");
        Scanner answers = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
        return answers.hasNextLine() && answers.nextLine().strip().equals("yes");
    }

    private static String required(@Nullable String word, String usage) {
        if (word == null) {
            throw new Complaint("Usage: ./lodestone " + usage);
        }
        return word;
    }

    private static boolean print(@Nullable String line) {
        System.out.println(line);
        return true;
    }
}
