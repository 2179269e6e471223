"""Reads RDF files with rdflib and prints what it found in each as JSON: sorted N-Quads lines without blank nodes."""
import json
import logging
import sys

import rdflib

logging.disable(logging.CRITICAL)
rdflib.NORMALIZE_LITERALS = False


def line(quad):
    subject, predicate, value, graph = quad
    name = graph if isinstance(graph, rdflib.URIRef) else getattr(graph, "identifier", None)
    inside = name if isinstance(name, rdflib.URIRef) and "rdflib" not in name and "file://" not in name and "DEFAULT" not in name else None
    kind = str(value.datatype or "") if isinstance(value, rdflib.Literal) else "iri"
    return [str(subject), str(predicate), str(value), kind, str(inside) if inside else ""]


found = {}
for argument in sys.argv[1:]:
    path, form = argument.rsplit("=", 1)
    dataset = rdflib.ConjunctiveGraph()
    dataset.parse(path, format=form)
    found[form] = sorted(line(quad) for quad in dataset.quads())
json.dump(found, sys.stdout)
