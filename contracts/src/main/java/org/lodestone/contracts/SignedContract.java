package org.lodestone.contracts;

import java.time.LocalDate;

/** A formal contract, as opposed to a framework or intent agreement. */
public record SignedContract(String number, LocalDate on, Money amount) {}
