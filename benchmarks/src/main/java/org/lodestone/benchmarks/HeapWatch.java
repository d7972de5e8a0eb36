package org.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects a process's garbage again and again and keeps the most that was left alive; it costs time, so nothing is timed meanwhile. */
final class HeapWatch implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    private final long pid;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);
    private volatile boolean closed;
    private volatile double peak;
    private volatile boolean looked;

    HeapWatch(long pid) {
        this.pid = pid;
        thread.start();
    }

    /** What is over before it was looked at leaves what is alive afterwards. */
    double peakMib() {
        while (!looked) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return peak;
    }

    private void watch() {
        while (!closed) {
            jcmd("GC.run");
            peak = Math.max(peak, usedMib());
            looked = true;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    /** Young and old generation; metaspace is told behind them and is none. */
    private double usedMib() {
        String info = jcmd("GC.heap_info");
        int end = info.indexOf("Metaspace");
        Matcher used = USED.matcher(end < 0 ? info : info.substring(0, end));
        double sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1)) / 1024.0;
        }
        return sum;
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder(JCMD, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
