/**
 * The proof that the checks reject wrong code and accept right code, and that wrong code is called by its name. Start at {@link
 * gradus.mutants.certify.Certification}.
 */
package gradus.mutants.certify;
