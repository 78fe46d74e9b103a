## Messages of: cli.
