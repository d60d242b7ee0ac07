"""Times GraphCore against its peers, call by call in turn; used by `make bench-peers`.

    python3 Tests/Peers/bench.py .build/release/maillage-bench [--graphs rmat:13,lfr:10000] [--cases leiden,cores]
        [--scale lfr:1000000] [--repeats 5] [--patience 20] [--write Tests/Baselines/peers.json]

Every tool runs in a process of its own and holds the same graph. For each case the tools take turns, so that a noisy
machine is noisy for all; the median counts: of the processor's time on one thread, which other programs do not change,
and of the clock on all. A call that takes longer than the patience (seconds) is made once. Graphs are those of
`maillage-bench graph`; a path stands for the list of edges in that file, and real ones are added when the folder in
MAILLAGE_DATA is there. The ratio is the best peer's time over ours: above 1 we are faster.

`--scale` runs a large graph from its pairs to its clusters, once for each tool that has all the steps, and adds the peak
of the memory.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

CASES = ["read", "load", "build", "components", "closeness", "betweenness", "weighted-betweenness", "pagerank", "cores",
         "triangles", "constraint", "louvain", "leiden", "top-pairs"]
# What takes every tool the square of the size, or more, is timed on graphs up to so many edges.
LARGEST = {"closeness": 100_000, "betweenness": 100_000, "weighted-betweenness": 100_000, "constraint": 2_000_000,
           "top-pairs": 1_000_000}
# Networkx takes minutes where the others take a second, and so does rustworkx to make a graph.
LARGEST_PEER = {"networkx": 20_000, "rustworkx": 2_000_000, "scipy": 2_000_000}
PEERS = ["igraph", "networkit", "graph-tool", "rustworkx", "networkx", "pyarrow", "scipy"]
THREADED = {"networkit", "graph-tool", "rustworkx", "pyarrow"}
SCALE_PEERS = ["igraph", "networkit"]
GRAPHS = "rmat:10,lfr:1000,rmat:13,lfr:10000,rmat:17,lfr:100000,rmat:20,lfr:1000000"
SCALE = "rmat:20,lfr:1000000,lfr:2000000:10"
REAL = ["nd_usflights.tsv", "nd_arenas_email.tsv"]
PEER = str(pathlib.Path(__file__).parent / "peer.py")


def command(peer, *arguments):
    # Graph-tool comes from Debian, for the system's own Python.
    return ["/usr/bin/python3" if peer == "graph-tool" else sys.executable, PEER, peer, *arguments]


def environment(threads, keeps_memory):
    # Without the first the threads of a peer spin while they wait, and take the processor from the others.
    found = dict(os.environ, OMP_WAIT_POLICY="passive", RAYON_NUM_THREADS=str(threads))
    if keeps_memory:
        # Calls are repeated: every tool keeps what it freed, so that what is timed is the work, not the fetching of
        # pages from the system, which on virtual machines takes longer than the work.
        found |= {"MALLOC_MMAP_THRESHOLD_": str(1 << 32), "MALLOC_TRIM_THRESHOLD_": str(1 << 34)}
    return found


class Tool:
    def __init__(self, command, threads):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            bufsize=1, env=environment(threads, True))

    def ask(self, line):
        try:
            self.process.stdin.write(line + "\n")
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        return json.loads(answer) if answer else {"error": "the process ended"}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def real_graphs():
    folder = pathlib.Path(os.environ.get("MAILLAGE_DATA", "")) / "links"
    found = [str(folder / name) for name in REAL if (folder / name).exists()]
    if not found:
        print("SKIPPED the real graphs: no data; set MAILLAGE_DATA to its folder")
    return found


def edge_file(program, graph, folder):
    """A file of the edges with consecutive numbers, whatever the graph comes from, and beside it what peers load."""
    import numpy

    path = folder / "edges.tsv"
    if not os.path.exists(graph):
        subprocess.run([program, "graph", graph, "--write", str(path)], check=True)
    else:
        numbers, rows = {}, set()
        for line in pathlib.Path(graph).read_text().splitlines():
            if not line.startswith("#"):
                a, b = (numbers.setdefault(name, len(numbers)) for name in line.split("\t")[:2])
                if a != b:
                    rows.add((min(a, b), max(a, b)))
        path.write_text("".join(f"{a}\t{b}\t{1 + (a + b) % 9}\n" for a, b in sorted(rows)))
    from pyarrow import csv

    table = csv.read_csv(path, csv.ReadOptions(column_names=["a", "b", "w"]), csv.ParseOptions(delimiter="\t"))
    rows = numpy.stack([table[name].to_numpy() for name in "abw"], axis=1).astype(numpy.int64)
    # As it comes from a file, not as we sorted it.
    numpy.random.default_rng(7).shuffle(rows)
    numpy.save(f"{path}.npy", rows)
    return path, rows


def measure(tools, case, threads, repeats, patience):
    """The seconds of each tool, taken in turn, and what else it said last."""
    seconds, said, skipped = {}, {}, set()
    for _ in range(repeats):
        for name, tool in tools.items():
            if name in skipped or len(seconds.get(name, [])) == 1 and seconds[name][0] > patience:
                continue
            answer = tool.ask(f"{case} {threads}")
            if "seconds" not in answer:
                skipped.add(name)
                continue
            seconds.setdefault(name, []).append(answer["cpu" if threads == 1 else "seconds"])
            said[name] = answer
    return seconds, said


def bench_graph(arguments, graph, cores):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        path, rows = edge_file(arguments.program, graph, pathlib.Path(folder))
        edges = len(rows)
        for threads in sorted({1, cores}):
            tools = {"ours": Tool([arguments.program, "graph", str(path), "--serve"], threads)}
            for peer in arguments.peers:
                # A peer without threads keeps the time that it had on one.
                if edges <= LARGEST_PEER.get(peer, edges) and (threads == 1 or peer in THREADED):
                    tools[peer] = Tool(command(peer), threads)
                    tools[peer].ask(f"load {path}")
            for case in arguments.cases:
                if edges > LARGEST.get(case, edges):
                    continue
                seconds, said = measure(tools, case, threads, arguments.repeats, arguments.patience)
                if "ours" in seconds:
                    results.append(result(graph, edges, case, threads, seconds, said, results))
                    print(line(results[-1]), flush=True)
            for tool in tools.values():
                tool.close()
    return results


def result(graph, edges, case, threads, seconds, said, before):
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    for other in before:
        if other["graph"] == os.path.basename(graph) and other["case"] == case and threads > 1:
            for name, found in other["medians"].items():
                medians.setdefault(name, found)
    peers = {name: median for name, median in medians.items() if name != "ours"}
    best = min(peers, key=peers.get) if peers else None
    qualities = {name: answer[key] for name, answer in said.items()
                 for key in ("quality", "checksum") if key in answer and case in ("louvain", "leiden")}
    return {
        "graph": os.path.basename(graph), "edges": edges, "case": case, "threads": threads, "medians": medians,
        "minima": {name: min(found) for name, found in seconds.items()},
        "repeats": {name: len(found) for name, found in seconds.items()},
        "best": best, "ratio": peers[best] / medians["ours"] if best else None, "qualities": qualities,
        "checksum": said["ours"].get("checksum"),
    }


def line(found):
    others = ", ".join(
        f"{name} {median:.4g}" for name, median in sorted(found["medians"].items(), key=lambda item: item[1])
        if name != "ours")
    quality = "; ".join(f"{name} Q {value:.5f}" for name, value in found["qualities"].items())
    ratio = f"{found['ratio']:7.2f}" if found["ratio"] else "      –"
    best = found["best"] or "no peer"
    return (f"{found['graph']:20} {found['case']:21} {found['threads']} thread(s) {ratio}  ours "
            f"{found['medians']['ours']:.4g} s, best {best}: {others}{' | ' + quality if quality else ''}")


def bench_scale(arguments, graph, cores):
    """One run of each tool through all steps, on one thread and on all, in a process of its own."""
    import numpy

    runs = []
    with tempfile.TemporaryDirectory() as folder:
        path, rows = edge_file(arguments.program, graph, pathlib.Path(folder))
        count = int(rows[:, :2].max()) + 1
        pairs = pathlib.Path(folder) / "pairs"
        rows[:, :2].astype("<u4").tofile(pairs)
        for threads in sorted({1, cores}):
            for name in ["ours", *SCALE_PEERS]:
                if threads > 1 and name == "igraph":
                    continue
                call = ([arguments.program, "scale", str(pairs), str(count), str(threads)] if name == "ours"
                        else command(name, "scale", str(pairs), str(count), str(threads)))
                text = subprocess.run(
                    call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(threads, False)).stdout
                if not text:
                    print(f"{graph} {name}: no answer")
                    continue
                answer = json.loads(text)
                total = sum(answer["seconds"].values())
                runs.append({"graph": graph, "edges": len(rows), "tool": name, "threads": threads, "total": total, **answer})
                steps = ", ".join(f"{step} {value:.2f}" for step, value in answer["seconds"].items())
                print(f"{graph:16} {name:10} {threads} thread(s) total {total:8.2f} s, "
                      f"{answer['megabytes']} MB: {steps}; Q {answer['quality']:.5f}", flush=True)
            ours = next((run for run in runs if run["tool"] == "ours" and run["threads"] == threads), None)
            best = min((run for run in runs if run["tool"] != "ours"), key=lambda run: run["total"], default=None)
            if ours and best:
                ours |= {"best": best["tool"], "ratio": best["total"] / ours["total"]}
                print(f"{graph:16} {threads} thread(s): {ours['ratio']:.2f} times as fast as {best['tool']}", flush=True)
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = lambda text: [name for name in text.split(",") if name]
    parser.add_argument("program")
    parser.add_argument("--graphs", type=names, default=GRAPHS)
    parser.add_argument("--scale", type=names, default=SCALE)
    parser.add_argument("--cases", type=names, default=CASES)
    parser.add_argument("--peers", type=names, default=PEERS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--patience", type=float, default=20)
    parser.add_argument("--write")
    arguments = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    found = {"cores": cores, "results": [], "scale": []}
    work = [("results", bench_graph, graph) for graph in arguments.graphs + (real_graphs() if arguments.graphs else [])]
    work += [("scale", bench_scale, graph) for graph in arguments.scale]
    for key, run, graph in work:
        found[key] += run(arguments, graph, cores)
        if arguments.write:
            pathlib.Path(arguments.write).write_text(json.dumps(found, indent=1) + "\n")
    ratios = [result["ratio"] for result in found["results"] if result["ratio"]]
    print(f"\n{sum(ratio < 1 for ratio in ratios)} of {len(ratios)} below 1")


if __name__ == "__main__":
    main()
