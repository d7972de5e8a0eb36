/** Whose a lead is: given, claimed, returned, shared out by rule, taken over while somebody is away; never twice, never more than a person may have. */
@NullMarked
package org.lodestone.leads.assignment;

import org.jspecify.annotations.NullMarked;
