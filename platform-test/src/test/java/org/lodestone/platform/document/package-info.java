/** Documents, with a database that is real. */
@org.jspecify.annotations.NullMarked
package org.lodestone.platform.document;
