"""The commands that need no mail: thin, each wires what it names and prints the result.

Only click is imported at the top; what a command needs is imported where it runs, so that help is quick.
"""

from generator.commands import keep, look, oversee, share, start

COMMANDS = (*start.COMMANDS, *share.COMMANDS, *look.COMMANDS, *keep.COMMANDS, *oversee.COMMANDS)
