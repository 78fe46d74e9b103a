## Messages of: tui.
