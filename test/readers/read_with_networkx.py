"""Reads a GraphML or GEXF file with networkx and prints what it found as JSON."""
import json
import sys

import networkx

path, kind = sys.argv[1:3]
graph = networkx.read_gexf(path) if kind == "gexf" else networkx.read_graphml(path, force_multigraph=True)
json.dump(
    {
        "directed": graph.is_directed(),
        "multi": graph.is_multigraph(),
        "nodes": [[key, data] for key, data in graph.nodes(data=True)],
        "edges": [list(edge) for edge in graph.edges(keys=True, data=True)]
        if graph.is_multigraph()
        else [[source, target, None, data] for source, target, data in graph.edges(data=True)],
    },
    sys.stdout,
)
