// The operations of the document that the emulator does not play, by a decision: they get a 501.
[]
