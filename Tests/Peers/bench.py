"""Times GraphCore against its peers, call by call in turn; used by `make bench-peers`.

    python3 Tests/Peers/bench.py .build/release/maillage-bench [--graphs rmat:13,planted:10000] [--cases leiden,cores]
        [--repeats 5] [--patience 20] [--write Tests/Baselines/peers.json]

Every tool runs in a process of its own and holds the same graph. For each case the tools take turns, so that a noisy
machine is noisy for all; the median counts. A call that takes longer than the patience (seconds) is made once. Graphs
are those of `maillage-bench graph`; a path stands for the list of edges in that file, and real ones are added when the
folder in MAILLAGE_DATA is there. The ratio is the best peer's time over ours: above 1 we are faster.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

CASES = ["read", "build", "components", "closeness", "betweenness", "weighted-betweenness", "pagerank", "cores",
         "triangles", "constraint", "louvain", "leiden", "top-pairs"]
# What takes every tool the square of the size, or more, is timed on graphs up to so many edges.
LARGEST = {"closeness": 100_000, "betweenness": 100_000, "weighted-betweenness": 100_000, "top-pairs": 1_000_000}
# Networkx takes minutes where the others take a second.
LARGEST_NETWORKX = 20_000
PEERS = ["igraph", "networkit", "graph-tool", "rustworkx", "networkx", "pyarrow"]
GRAPHS = "rmat:10,planted:1000,rmat:13,planted:10000,rmat:17,planted:100000,rmat:20,planted:1000000"
REAL = ["nd_usflights.tsv", "nd_arenas_email.tsv"]


class Tool:
    def __init__(self, command, threads):
        # Without it the threads of a peer spin while they wait, and take the processor from the others.
        environment = dict(os.environ, OMP_WAIT_POLICY="passive", RAYON_NUM_THREADS=str(threads))
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            bufsize=1, env=environment)

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
    """A file of the edges with consecutive numbers, whatever the graph comes from."""
    path = folder / "edges.tsv"
    if not os.path.exists(graph):
        subprocess.run([program, "graph", graph, "--write", str(path)], check=True)
        return path
    numbers, rows = {}, set()
    for line in pathlib.Path(graph).read_text().splitlines():
        if not line.startswith("#"):
            a, b = (numbers.setdefault(name, len(numbers)) for name in line.split("\t")[:2])
            if a != b:
                rows.add((min(a, b), max(a, b)))
    path.write_text("".join(f"{a}\t{b}\t{1 + (a + b) % 9}\n" for a, b in sorted(rows)))
    return path


def measure(tools, case, threads, repeats, patience, skipped):
    """The seconds of each tool, taken in turn, and what else it said last."""
    seconds, said = {}, {}
    for _ in range(repeats):
        for name, tool in tools.items():
            if name in skipped or len(seconds.get(name, [])) == 1 and seconds[name][0] > patience:
                continue
            answer = tool.ask(f"{case} {threads}")
            if "seconds" not in answer:
                skipped.add(name)
                continue
            seconds.setdefault(name, []).append(answer["seconds"])
            said[name] = answer
    return seconds, said


def bench_graph(arguments, graph, cores):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        path = edge_file(arguments.program, graph, pathlib.Path(folder))
        edges = sum(1 for _ in path.open())
        for threads in sorted({1, cores}):
            here = str(pathlib.Path(__file__).parent / "peer.py")
            commands = {"ours": [arguments.program, "graph", str(path), "--serve"]}
            for peer in PEERS:
                if peer != "networkx" or edges <= LARGEST_NETWORKX:
                    # Graph-tool comes from Debian, for the system's own Python.
                    python = "/usr/bin/python3" if peer == "graph-tool" else sys.executable
                    commands[peer] = [python, here, peer]
            tools = {name: Tool(command, threads) for name, command in commands.items()}
            for name, tool in tools.items():
                loaded = {"has_threads": True} if name == "ours" else tool.ask(f"load {path}")
                tool.is_timed = threads == 1 or loaded.get("has_threads", False)
            for case in arguments.cases:
                if edges > LARGEST.get(case, edges):
                    continue
                # A peer without threads keeps the time that it had on one.
                running = {name: tool for name, tool in tools.items() if tool.is_timed}
                seconds, said = measure(running, case, threads, arguments.repeats, arguments.patience, set())
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
    return (f"{found['graph']:22} {found['case']:21} {found['threads']} thread(s) {ratio}  ours "
            f"{found['medians']['ours']:.4g} s, best {best}: {others}{' | ' + quality if quality else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--graphs", default=GRAPHS)
    parser.add_argument("--cases", type=lambda text: text.split(","), default=CASES)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--patience", type=float, default=20)
    parser.add_argument("--write")
    arguments = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    results = []
    for graph in arguments.graphs.split(",") + real_graphs():
        results += bench_graph(arguments, graph, cores)
        if arguments.write:
            pathlib.Path(arguments.write).write_text(json.dumps({"cores": cores, "results": results}, indent=1) + "\n")
    print(f"\n{sum(1 for r in results if r['ratio'] and r['ratio'] < 1)} of {len(results)} below 1")


if __name__ == "__main__":
    main()
