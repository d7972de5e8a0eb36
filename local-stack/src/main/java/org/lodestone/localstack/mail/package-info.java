/** A mail server that delivers nothing: what is sent is kept in files and can be read in the browser. */
@NullMarked
package org.lodestone.localstack.mail;

import org.jspecify.annotations.NullMarked;
