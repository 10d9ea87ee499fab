package negatoscope.command.surroundings;

/**
 * All that a command may reach.
 *
 * @param workbench what is heavy to make
 * @param console where it writes
 * @param desktop opens the window
 * @param app the program's own folder
 */
public record Surroundings(Workbench workbench, Console console, Desktop desktop, AppFolder app) {}
