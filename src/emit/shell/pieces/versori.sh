# The command line, always with the context that was checked, and never with a terminal.
versori() { command versori "$@" ${context:+"--context=$context"} </dev/null; }
