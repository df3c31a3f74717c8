/** The mistake of a caller: an argument of another type than the compiler would accept. */
export class ArgumentError extends TypeError {}
