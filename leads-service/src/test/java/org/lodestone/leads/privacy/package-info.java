@NullMarked
package org.lodestone.leads.privacy;

import org.jspecify.annotations.NullMarked;
