// All that differs between the versions of Graphviz is kept here. Built and run with 2.42.2 (Debian 12). From 9 to 14 it is
// written after the change log and has not been run: `const char *` for what is only read (MUTABLE serves both), the
// length of gvRenderData (see gvs_render), TRUE and FALSE gone since 10 (not used here), agseterrf with a callback of the
// same shape. What 2.42 gets wrong, and later versions may not, is refused for all of them in AttributeCheck.swift.
#include "GraphvizShim.h"
#include <gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Up to 2.42 and beyond, many functions take `char *` for what they only read.
#define MUTABLE(text) ((char *)(text))

static GVC_t *gvc(gvs_context *context) { return (GVC_t *)context; }
static Agraph_t *graph_of(gvs_graph *graph) { return (Agraph_t *)graph; }
static Agnode_t *node_of(gvs_node *node) { return (Agnode_t *)node; }
static Agedge_t *edge_of(gvs_edge *edge) { return (Agedge_t *)edge; }

// Messages -----------------------------------------------------------------------------------------------------------

// Used by one thread at a time: the caller holds the lock of the whole library.
static struct {
  char *text;
  size_t length, capacity;
  bool is_mirrored;
} messages;

// Graphviz sends a message in pieces ("Error: ", then the text): they are joined here. What does not fit is dropped.
static int keep_message(char *text) {
  if (!text) return 0;
  if (messages.is_mirrored) fputs(text, stderr);
  size_t length = strlen(text);
  if (length >= messages.capacity - messages.length) {
    size_t capacity = (messages.length + length + 1) * 2;
    char *larger = realloc(messages.text, capacity);
    if (!larger) return 0;
    messages.text = larger;
    messages.capacity = capacity;
  }
  memcpy(messages.text + messages.length, text, length + 1);
  messages.length += length;
  return 0;
}

const char *gvs_messages(size_t *length) {
  *length = messages.length;
  return messages.text ? messages.text : "";
}

void gvs_messages_mirror(void) { messages.is_mirrored = true; }

void gvs_messages_clear(void) {
  messages.length = 0;
  agreseterrors();
}

// Library ------------------------------------------------------------------------------------------------------------

gvs_context *gvs_context_new(void) {
  agseterrf((agusererrf)keep_message);
  agseterr(AGWARN);
  return (gvs_context *)gvContext();
}

void gvs_context_free(gvs_context *context) {
  gvFinalize(gvc(context));
  gvFreeContext(gvc(context));
}

const char *gvs_version(gvs_context *context) { return gvcVersion(gvc(context)); }

char **gvs_plugin_names(gvs_context *context, const char *kind, size_t *count) {
  int found = 0;
  char **names = gvPluginList(gvc(context), MUTABLE(kind), &found, NULL);
  *count = names && found > 0 ? (size_t)found : 0;
  return names;
}

void gvs_names_free(char **names, size_t count) {
  for (size_t i = 0; i < count; i++) free(names[i]);
  free(names);
}

// Graphs -------------------------------------------------------------------------------------------------------------

gvs_graph *gvs_parse(const char *dot) { return (gvs_graph *)agmemread(MUTABLE(dot)); }

void gvs_close(gvs_graph *graph) { agclose(graph_of(graph)); }

int gvs_layout(gvs_context *context, gvs_graph *graph, const char *engine) {
  // fdp and sfdp draw from these generators and start them only now and then: without this, the same graph gets other
  // places each time.
  srand(1);
  srand48(1);
  return gvLayout(gvc(context), graph_of(graph), engine);
}

int gvs_layout_free(gvs_context *context, gvs_graph *graph) { return gvFreeLayout(gvc(context), graph_of(graph)); }

int gvs_render(
  gvs_context *context, gvs_graph *graph, const char *format, double resolution, char **bytes, size_t *length) {
  // The length is an `unsigned *` up to Graphviz 12 and a `size_t *` from 13: a zeroed size_t behind a `void *` holds
  // either one on little-endian machines, the only ones this package builds for.
  size_t rendered = 0;
  double own = GD_drawing(graph_of(graph))->dpi;
  *bytes = NULL;
  // The layout read `dpi` before; set here, one layout serves vector and raster formats.
  if (resolution > 0) GD_drawing(graph_of(graph))->dpi = resolution;
  int status = gvRenderData(gvc(context), graph_of(graph), format, bytes, (void *)&rendered);
  GD_drawing(graph_of(graph))->dpi = own;
  *length = rendered;
  return status;
}

void gvs_render_free(char *bytes) { gvFreeRenderData(bytes); }

// Positions ----------------------------------------------------------------------------------------------------------

static gvs_point position(pointf p) { return (gvs_point){p.x, p.y}; }

static gvs_box centered(pointf center, double width, double height) {
  return (gvs_box){center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
}

static bool label_box(const textlabel_t *label, gvs_box *box) {
  if (!label || !label->set) return false;
  *box = centered(label->pos, label->dimen.x, label->dimen.y);
  return true;
}

gvs_box gvs_bounds(gvs_graph *graph) {
  boxf box = GD_bb(graph_of(graph));
  return (gvs_box){box.LL.x, box.LL.y, box.UR.x, box.UR.y};
}

bool gvs_graph_label(gvs_graph *graph, gvs_box *box) { return label_box(GD_label(graph_of(graph)), box); }

gvs_graph *gvs_first_subgraph(gvs_graph *graph) { return (gvs_graph *)agfstsubg(graph_of(graph)); }

gvs_graph *gvs_next_subgraph(gvs_graph *subgraph) { return (gvs_graph *)agnxtsubg(graph_of(subgraph)); }

bool gvs_has_bounds(gvs_graph *subgraph) {
  // Only subgraphs that an engine treats as clusters carry the layout's record.
  if (!aggetrec(graph_of(subgraph), MUTABLE("Agraphinfo_t"), 0)) return false;
  gvs_box box = gvs_bounds(subgraph);
  return box.right > box.left && box.top > box.bottom;
}

const char *gvs_graph_name(gvs_graph *graph) { return agnameof(graph_of(graph)); }

size_t gvs_node_count(gvs_graph *graph) { return (size_t)agnnodes(graph_of(graph)); }
gvs_node *gvs_first_node(gvs_graph *graph) { return (gvs_node *)agfstnode(graph_of(graph)); }
gvs_node *gvs_next_node(gvs_graph *graph, gvs_node *node) {
  return (gvs_node *)agnxtnode(graph_of(graph), node_of(node));
}
const char *gvs_node_name(gvs_node *node) { return agnameof(node_of(node)); }
gvs_box gvs_node_box(gvs_node *node) {
  return centered(ND_coord(node_of(node)), 72 * ND_width(node_of(node)), 72 * ND_height(node_of(node)));
}

size_t gvs_edge_count(gvs_graph *graph) { return (size_t)agnedges(graph_of(graph)); }
gvs_edge *gvs_first_edge(gvs_graph *graph, gvs_node *node) {
  return (gvs_edge *)agfstout(graph_of(graph), node_of(node));
}
gvs_edge *gvs_next_edge(gvs_graph *graph, gvs_edge *edge) {
  return (gvs_edge *)agnxtout(graph_of(graph), edge_of(edge));
}
const char *gvs_edge_tail(gvs_edge *edge) { return agnameof(agtail(edge_of(edge))); }
const char *gvs_edge_head(gvs_edge *edge) { return agnameof(aghead(edge_of(edge))); }
uint64_t gvs_edge_sequence(gvs_edge *edge) { return (uint64_t)AGSEQ(edge_of(edge)); }

size_t gvs_edge_curve_count(gvs_edge *edge) {
  const splines *curves = ED_spl(edge_of(edge));
  return curves ? (size_t)curves->size : 0;
}

gvs_curve gvs_edge_curve(gvs_edge *edge, size_t index) {
  const bezier *curve = &ED_spl(edge_of(edge))->list[index];
  return (gvs_curve){
    .count = (size_t)curve->size,
    .has_start = curve->sflag != 0,
    .has_end = curve->eflag != 0,
    .start = position(curve->sp),
    .end = position(curve->ep),
  };
}

void gvs_edge_points(gvs_edge *edge, size_t index, gvs_point *points) {
  const bezier *curve = &ED_spl(edge_of(edge))->list[index];
  for (size_t i = 0; i < (size_t)curve->size; i++) points[i] = position(curve->list[i]);
}

bool gvs_edge_label(gvs_edge *edge, gvs_box *box) { return label_box(ED_label(edge_of(edge)), box); }
