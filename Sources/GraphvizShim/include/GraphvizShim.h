// The C side of GraphvizKit. Swift sees only opaque structs, `const char *`, `size_t` and the plain structs below:
// no Graphviz header is visible here, so what changes between Graphviz 2.42 and 14 stays inside graphviz.c.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gvs_context gvs_context; // GVC_t
typedef struct gvs_graph gvs_graph;     // Agraph_t, a root graph or a subgraph
typedef struct gvs_node gvs_node;       // Agnode_t
typedef struct gvs_edge gvs_edge;       // Agedge_t

typedef struct { double x, y; } gvs_point;
typedef struct { double left, bottom, right, top; } gvs_box;

// A curve of an edge: `count` points (1 + 3k, a Bézier spline), and the tips of arrow heads where it has them.
typedef struct {
  size_t count;
  bool has_start, has_end;
  gvs_point start, end;
} gvs_curve;

// Library ------------------------------------------------------------------------------------------------------------

// NULL when Graphviz cannot allocate. One for each process: several cost memory and gain nothing.
gvs_context *gvs_context_new(void);
void gvs_context_free(gvs_context *context);
const char *gvs_version(gvs_context *context);

// Names of the plugins of `kind` ("layout", "device", …), to be freed with gvs_names_free. NULL when there are none.
char **gvs_plugin_names(gvs_context *context, const char *kind, size_t *count);
void gvs_names_free(char **names, size_t count);

// What Graphviz said since the last gvs_messages_clear, warnings included, joined from the pieces it sends.
const char *gvs_messages(size_t *length);
void gvs_messages_clear(void);
// From now on messages go to standard error too, so that they survive a crash.
void gvs_messages_mirror(void);

// Graphs -------------------------------------------------------------------------------------------------------------

// NULL when `dot` does not parse.
gvs_graph *gvs_parse(const char *dot);
void gvs_close(gvs_graph *graph);

// Both return 0 on success.
int gvs_layout(gvs_context *context, gvs_graph *graph, const char *engine);
int gvs_layout_free(gvs_context *context, gvs_graph *graph);

// Renders a graph that is laid out. `resolution`: dots per inch, 0 for the format's own. Returns 0 on success; the
// bytes are to be freed with gvs_render_free.
int gvs_render(
  gvs_context *context, gvs_graph *graph, const char *format, double resolution, char **bytes, size_t *length);
void gvs_render_free(char *bytes);

// Positions, in points, y upwards; only for a graph that is laid out --------------------------------------------------

gvs_box gvs_bounds(gvs_graph *graph);
// False where Graphviz placed no label.
bool gvs_graph_label(gvs_graph *graph, gvs_box *box);
gvs_graph *gvs_first_subgraph(gvs_graph *graph);
gvs_graph *gvs_next_subgraph(gvs_graph *subgraph);
// Whether the layout gave this subgraph a box.
bool gvs_has_bounds(gvs_graph *subgraph);
const char *gvs_graph_name(gvs_graph *graph);

size_t gvs_node_count(gvs_graph *graph);
gvs_node *gvs_first_node(gvs_graph *graph);
gvs_node *gvs_next_node(gvs_graph *graph, gvs_node *node);
const char *gvs_node_name(gvs_node *node);
gvs_box gvs_node_box(gvs_node *node);

size_t gvs_edge_count(gvs_graph *graph);
// The edges that leave `node`; for an undirected graph each edge leaves one of its ends.
gvs_edge *gvs_first_edge(gvs_graph *graph, gvs_node *node);
gvs_edge *gvs_next_edge(gvs_graph *graph, gvs_edge *edge);
const char *gvs_edge_tail(gvs_edge *edge);
const char *gvs_edge_head(gvs_edge *edge);
// A number that rises with the order in which edges were created.
uint64_t gvs_edge_sequence(gvs_edge *edge);
size_t gvs_edge_curve_count(gvs_edge *edge);
gvs_curve gvs_edge_curve(gvs_edge *edge, size_t index);
// Copies the `count` points of a curve.
void gvs_edge_points(gvs_edge *edge, size_t index, gvs_point *points);
bool gvs_edge_label(gvs_edge *edge, gvs_box *box);

// The worker process ---------------------------------------------------------------------------------------------------

// What a worker exits with when its memory limit killed it.
enum { GVS_EXIT_MEMORY = 71 };

// Limits the address space of this process. A crash for want of memory then ends it with GVS_EXIT_MEMORY, any other
// crash as the signal it is. Returns whether the limit holds.
bool gvs_limit_memory(uint64_t bytes);

// Ends this process as soon as nobody holds the other end of `descriptor`, a pipe, even while Graphviz is busy.
// Returns whether the watch is on.
bool gvs_exit_when_abandoned(int descriptor);

// Keeps standard output for our own bytes: returns a new descriptor for it and sends what libraries print to standard
// error. Negative on failure.
int gvs_take_output(void);

// The date that newer versions of cairo write into PDF. Not for processes with threads that read the environment.
void gvs_set_source_date(int64_t seconds_since_1970);

// Makes writing to a worker that is gone an error of that write. By default it ends the whole process; a program that
// chose what should happen keeps its choice.
void gvs_survive_broken_pipes(void);
