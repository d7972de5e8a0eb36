package org.lodestone.localstack.supervisor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection string, of which each service needs its own database. */
final class MongoAddress {

    private static final Pattern PARTS = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    private MongoAddress() {}

    static String withDatabase(String address, String database) {
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) {
            throw new Complaint("MONGODB_URI is not a MongoDB connection string.");
        }
        String options = parts.group(2);
        return parts.group(1) + "/" + database + (options == null ? "" : options);
    }
}
