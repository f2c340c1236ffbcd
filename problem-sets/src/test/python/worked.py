#!/usr/bin/env python3
"""Sheets with one slip, worked out from the sentence of the slip alone, by other arithmetic than the examiner's.

    worked.py           writes the table
    worked.py --check   compares it with what comes out now

It reads the problems' numbers and forward formulas, but none of the slips that they list. Formulas become Python, numbers
PyTorch tensors, gradients those of autograd; each slip is one deliberate change of the syntax tree of one formula, or of all.
Each problem comes once without a slip. A row says which problem, which slip in which value, a sentence, and what somebody writes who goes on consistently.
"""

import ast
import copy
import json
import math
import pathlib
import re
import sys

import torch
import yaml

MAIN = pathlib.Path(__file__).resolve().parents[2] / "main/resources/gradus/problems"
TABLE = MAIN / "worked.json"
MOST = 16
torch.set_default_dtype(torch.float64)


class Straight(torch.autograd.Function):
    """The value of one tensor and the derivative of another."""

    @staticmethod
    def forward(ctx, value, derivative):
        return value.clone()

    @staticmethod
    def backward(ctx, dy):
        return None, dy


def leaky(x, slope):
    return torch.where(x > 0, x, slope * x)


def stack(*parts):
    return torch.stack([torch.as_tensor(p) for p in parts])


def reduce(function):
    return lambda first, *rest: first if not rest else reduce(function)(function(first, rest[0]), *rest[1:])


FUNCTIONS = {
    "exp": torch.exp, "log": torch.log, "ln": torch.log, "log10": torch.log10, "log2": torch.log2,
    "sqrt": torch.sqrt, "square": torch.square, "abs": torch.abs, "floor": torch.floor, "ceil": torch.ceil,
    "relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "sin": torch.sin, "cos": torch.cos,
    "sum": torch.sum, "mean": torch.mean, "norm": lambda x: x.square().sum().sqrt(), "transpose": lambda x: x.T,
    "detach": lambda x: x.detach(), "leaky": leaky, "stack": stack,
    "max": reduce(torch.maximum), "min": reduce(torch.minimum), "straight": Straight.apply,
    "number": lambda x: torch.tensor(float(x)), "pi": torch.tensor(math.pi), "e": torch.tensor(math.e),
}


class Plain(ast.NodeTransformer):
    """Numbers become tensors, lists stacks."""

    def visit_Constant(self, node):
        return call("number", node)

    def visit_List(self, node):
        return call("stack", *[self.visit(part) for part in node.elts])


def call(function, *arguments):
    return ast.Call(ast.Name(function, ast.Load()), list(arguments), [])


def parsed(text):
    text = re.sub(r"\blambda\b", "lambda_", str(text))
    text = re.sub(r"\^T\b", ".T", text).replace("^", "**")
    return ast.parse(text, mode="eval").body


def worth(tree, values):
    tree = ast.fix_missing_locations(ast.Expression(Plain().visit(copy.deepcopy(tree))))
    return eval(compile(tree, "formula", "eval"), {**FUNCTIONS, **values})


def work_out(given, forward):
    """All values in order; a derivative is a number of its own, through which nothing is differentiated."""
    values = {}
    for name, tree in {**given, **forward}.items():
        if is_call(tree, "gradient"):
            of, by = (values[argument.id] for argument in tree.args)
            (found,) = torch.autograd.grad(of.sum(), by, retain_graph=True, allow_unused=True)
            value = torch.zeros_like(by) if found is None else found
        else:
            value = worth(tree, values)
            value = value * 1 if value.requires_grad else value
        value = value if value.requires_grad else value.detach().clone().requires_grad_()
        values[name] = value
    return values


def is_call(tree, *functions):
    return isinstance(tree, ast.Call) and tree.func.id in functions


def is_op(tree, *kinds):
    return isinstance(tree, ast.BinOp) and isinstance(tree.op, kinds)


def shown(tree):
    return ast.unparse(tree).replace("**", "^").replace("lambda_", "lambda")


def swap(tree, op):
    return ast.BinOp(tree.left, op, tree.right)


class Problem:
    def __init__(self, path):
        data = yaml.safe_load(path.read_text())
        self.id = data["id"]
        roles = data.get("given") or {}
        self.roles = {key(name): role for role, numbers in roles.items() for name in numbers}
        self.given = {key(name): value(number) for numbers in roles.values() for name, number in numbers.items()}
        self.forward = {key(name): parsed(text) for name, text in (data.get("forward") or {}).items()}
        self.asked = [
            str(name) for part in data["parts"] for name in part["answers"] if key(name) in self.forward]
        self.whole = {
            str(name) for part in data["parts"] for name, ask in part["answers"].items() if "count" in ask or "shape" in ask}

    def biases(self):
        return [name for name, role in self.roles.items() if role == "biases"]


def key(name):
    return "lambda_" if str(name) == "lambda" else str(name)


def value(number):
    return parsed(str(number).replace("'", ""))


ACTIVATIONS = ("relu", "sigmoid", "tanh", "leaky")
ADD, SUB, MUL, DIV, POW, MAT = ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.MatMult


def changes(part):
    """What may go wrong at one place of a formula: kind, sentence, formula."""
    if is_op(part, ADD, SUB):
        a, b = part.left, part.right
        other = SUB() if is_op(part, ADD) else ADD()
        yield "sign", f"The sign of {shown(b)} is wrong", swap(part, other)
        yield "term", f"{shown(b)} is forgotten", a
        yield "path", f"Going backward, nothing is passed on through {shown(b)}", ast.BinOp(a, part.op, call("detach", b))
        yield "path", f"Going backward, nothing is passed on through {shown(a)}", ast.BinOp(call("detach", a), part.op, b)
    if is_op(part, MUL):
        a, b = part.left, part.right
        if not is_op(a, MUL):
            yield "factor", f"The factor {shown(a)} is forgotten", b
        yield "factor", f"The factor {shown(b)} is forgotten", a
    if is_op(part, DIV):
        yield "division", f"Nobody divides by {shown(part.right)}", part.left
    if is_op(part, POW) and shown(part.right) == "2":
        yield "square", f"{shown(part.left)} is not squared", part.left
        yield "doubled", f"{shown(part.left)} is doubled instead of squared", ast.BinOp(ast.Constant(2), MUL(), part.left)
        half = ast.BinOp(part, DIV(), ast.Constant(2))
        yield "two", f"The derivative of {shown(part)} lacks its factor 2", call("straight", part, half)
    if is_op(part, MAT):
        yield "order", f"The two factors of {shown(part)} change places", swap(ast.BinOp(part.right, part.op, part.left), MAT())
        yield "transpose", f"{shown(part.right)} is transposed", ast.BinOp(part.left, MAT(), call("transpose", part.right))
    if is_call(part, *ACTIVATIONS):
        x = part.args[0]
        yield "activation", f"No {part.func.id} is applied to {shown(x)}", x
        yield "derivative", f"Going backward, the derivative of {part.func.id} at {shown(x)} is left out", call("straight", part, x)
    if is_call(part, "leaky"):
        yield "mask", f"{shown(part.args[0])} is cut off at 0 instead of leaking", call("relu", part.args[0])
    if is_call(part, "log", "ln"):
        yield "base", "The logarithm is the one to base 10", call("log10", *part.args)
        yield "base", "The logarithm is the one to base 2", call("log2", *part.args)
    if is_call(part, "floor", "ceil", "sqrt", "exp", "abs"):
        yield part.func.id, f"{part.func.id} is left out", part.args[0]
    if is_call(part, "sum"):
        yield "mean", f"The mean of {shown(part.args[0])} is taken, not the sum", call("mean", *part.args)
    if is_call(part, "mean"):
        yield "mean", f"The sum of {shown(part.args[0])} is taken, not the mean", call("sum", *part.args)


def replaced(tree, place, instead):
    """A copy of the tree with one node changed; nodes that are not changed are shared."""
    if tree is place:
        return instead
    other = copy.copy(tree)
    for field, child in ast.iter_fields(tree):
        if isinstance(child, ast.expr):
            setattr(other, field, replaced(child, place, instead))
        elif isinstance(child, list):
            setattr(other, field, [replaced(c, place, instead) if isinstance(c, ast.expr) else c for c in child])
    return other


def renamed(tree, names):
    other = copy.deepcopy(tree)
    for node in ast.walk(other):
        if isinstance(node, ast.Name) and node.id in names:
            node.id = names[node.id]
    return other


def slips(problem):
    """Every slip: kind, value where it is made, sentence, other formulas, other given numbers."""
    for name, tree in problem.forward.items():
        if is_call(tree, "gradient"):
            yield from products(problem, name, tree)
            continue
        for part in [node for node in ast.walk(tree) if isinstance(node, (ast.BinOp, ast.Call))]:
            for kind, sentence, instead in changes(part):
                yield kind, name, f"{sentence}, in {name}.", {name: replaced(tree, part, instead)}, {}
        yield from names(problem, name, tree)
    biases = problem.biases()
    if biases:
        zero = ast.Constant(0)
        none = {b: ast.BinOp(problem.given[b], MUL(), zero) for b in biases}
        yield "biases", biases[0], "No bias is added anywhere.", {}, none
    for a, b in zip(biases, biases[1:]):
        yield "exchange", a, f"{a} and {b} are taken for each other.", {}, {a: problem.given[b], b: problem.given[a]}


def names(problem, name, tree):
    """Numbers and values taken for others in one formula."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for one in sorted(used):
        before = problem.forward.get(one)
        if before is not None and is_call(before, *ACTIVATIONS) and isinstance(before.args[0], ast.Name):
            z = before.args[0].id
            yield "before", name, f"{z} instead of {one} goes into {name}.", {name: renamed(tree, {one: z})}, {}
    turned = {one: f"{m[1]}{m[3]}{m[2]}" for one in used if (m := re.fullmatch(r"([a-z]+)(\d)(\d)", one))}
    turned = {one: other for one, other in turned.items() if other in problem.given and one in problem.given}
    if any(one != other for one, other in turned.items()):
        yield "index", name, f"The weights of {name} have row and column mixed up.", {name: renamed(tree, turned)}, {}
    if is_op(tree, SUB) and any(
            is_call(problem.forward.get(node.id), "gradient") for node in ast.walk(tree.right) if isinstance(node, ast.Name)):
        yield "ascent", name, f"{name} climbs: the gradient is added.", {name: swap(tree, ADD())}, {}


def products(problem, name, tree):
    """For y = a b, the gradient of one factor with the other one not transposed."""
    of, by = tree.args
    for y, formula in problem.forward.items():
        if is_op(formula, MAT) and isinstance(formula.left, ast.Name) and isinstance(formula.right, ast.Name):
            dy = call("gradient", of, ast.Name(y, ast.Load()))
            if formula.left.id == by.id:
                yield "rule", name, f"{name} is d{y} times {formula.right.id}, not transposed.", {
                    "upstream_": dy, name: ast.BinOp(ast.Name("upstream_", ast.Load()), MAT(), formula.right)}, {}
            elif formula.right.id == by.id:
                yield "rule", name, f"{name} is {formula.left.id}, not transposed, times d{y}.", {
                    "upstream_": dy, name: ast.BinOp(formula.left, MAT(), ast.Name("upstream_", ast.Load()))}, {}


def ordered(problem, instead):
    """The formulas with others in their places; a message of its own comes before the value that needs it."""
    forward = {}
    for name, tree in problem.forward.items():
        if "upstream_" in instead and name in instead:
            forward["upstream_"] = instead["upstream_"]
        forward[name] = instead.get(name, tree)
    return forward


def differs(a, b):
    return a.shape != b.shape or not torch.allclose(a, b, rtol=1e-9, atol=1e-13)


def sheet(problem, right, instead, given):
    """What is written on the sheet, or nothing where nobody could go on, or nothing asked changes."""
    try:
        values = work_out({**problem.given, **given}, ordered(problem, instead))
    except (RuntimeError, IndexError):
        return None
    wrong = [name for name in problem.asked if differs(values[key(name)], right[key(name)])]
    for name in problem.asked:
        found = values[key(name)].detach()
        if not torch.isfinite(found).all():
            return None
        if found.shape != right[key(name)].shape:
            return None
        if name in problem.whole and not ((found == found.round()) & (found > 0)).all():
            return None
    return (wrong[0], {name: numbers(values[key(name)].detach()) for name in problem.asked}) if wrong else None


def numbers(tensor):
    if tensor.dim():
        return [numbers(part) for part in tensor]
    number = float(f"{tensor.item():.13g}")
    return int(number) if number == int(number) and abs(number) < 1e12 else number


def rows():
    for path in sorted(MAIN.glob("*/*.yaml")):
        problem = Problem(path)
        if len(problem.asked) < 2:
            continue
        right = work_out(problem.given, problem.forward)
        yield {"problem": problem.id, "slip": "", "made": "", "sentence": "All is right.", "first": "",
               "sheet": {name: numbers(right[key(name)].detach()) for name in problem.asked}}
        by_kind = {}
        for kind, name, sentence, instead, given in slips(problem):
            found = sheet(problem, right, instead, given)
            if found:
                row = {"problem": problem.id, "slip": kind, "made": name.rstrip("_"), "sentence": sentence,
                       "first": found[0], "sheet": found[1]}
                by_kind.setdefault(kind, []).append(row)
        taken = 0
        while taken < MOST and any(by_kind.values()):
            for kind in list(by_kind):
                if by_kind[kind] and taken < MOST:
                    yield by_kind[kind].pop(len(by_kind[kind]) // 2)
                    taken += 1


def close(a, b):
    if isinstance(a, dict):
        return isinstance(b, dict) and a.keys() == b.keys() and all(close(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(close, a, b))
    if isinstance(a, str):
        return a == b
    return not isinstance(b, (str, list, dict)) and abs(a - b) <= 1e-11 * max(abs(a), 1e-3)


def main():
    table = list(rows())
    if sys.argv[1:] == ["--check"]:
        kept = json.loads(TABLE.read_text())
        if not close(kept, table):
            sys.exit("the table is not what comes out now")
    else:
        TABLE.write_text("[\n" + ",\n".join(json.dumps(row) for row in table) + "\n]\n")
    slipped = [row for row in table if row["slip"]]
    print(len(slipped), "sheets with a slip, of", len({row["problem"] for row in table}), "problems,",
          len({row["slip"] for row in slipped}), "kinds of slips")


if __name__ == "__main__":
    main()
