/** The product as its users meet it: real processes behind the one command, an API client, a dashboard and a browser. */
@NullMarked
package org.lodestone.system;

import org.jspecify.annotations.NullMarked;
