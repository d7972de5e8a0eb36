package org.lodestone.platform.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads or writes a table in a virtual machine of its own, which is given little memory, and says how it ended. */
final class HeapProbe {

    private static final int COLUMNS = 29;

    private HeapProbe() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        System.out.println(arguments[0].equals("read") ? read(file) : write(file, Integer.parseInt(arguments[2])));
    }

    private static String read(Path file) {
        try (TableReader table = Tables.open(file, TableLimits.standard())) {
            int rows = 0;
            for (var all = table.rows(); all.hasNext(); all.next()) {
                rows++;
            }
            return "rows " + rows;
        } catch (UnreadableTable refused) {
            return refused.code();
        }
    }

    private static String write(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableWriter table = TableWriter.xlsx(out, "台账")) {
            table.header(IntStream.range(0, COLUMNS)
                    .mapToObj(i -> new TableWriter.Column("列" + i, 12))
                    .toList());
            for (int row = 0; row < rows; row++) {
                List<Object> values =
                        new ArrayList<>(List.of(row, new BigDecimal("12000.5"), LocalDate.of(2026, 11, 23)));
                while (values.size() < COLUMNS) {
                    values.add("某某新能源材料有限公司" + row + "-" + values.size());
                }
                table.row(values);
            }
        }
        return "written " + rows;
    }

    /** The last line of what it says. */
    static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HeapProbe.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said = process.inputReader().lines().toList();
        process.waitFor();
        return said.isEmpty() ? "" : said.getLast();
    }
}
