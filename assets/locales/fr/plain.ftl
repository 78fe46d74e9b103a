## Messages of: plain.
