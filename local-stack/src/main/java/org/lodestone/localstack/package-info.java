/** Everything one machine needs around the services: a broker, a database, an issuer of tokens, a mail sink. */
@NullMarked
package org.lodestone.localstack;

import org.jspecify.annotations.NullMarked;
