//! Ways: flows as data, hops, clocks, the shortest way
