package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Unary;
import java.util.function.Consumer;

/** Functions of one entry, of two, or of three, over tensors at home: walks the views of all operands side by side. */
final class EntryByEntry {
    private final Loops loops;
    private final Pieces pieces;

    EntryByEntry(Loops loops, Pieces pieces) {
        this.loops = loops;
        this.pieces = pieces;
    }

    Storage unary(Unary operation, Storage x) {
        double[] from = x.read();
        double[] y = new double[x.length()];
        double cost = operation.compareTo(Unary.EXP) < 0 ? Cost.MOVE : Cost.COMPUTE;
        pieces.walk(
                cost,
                walk -> {
                    for (; walk.hasStretch(); walk.next()) {
                        loops.unary(operation, from, y, walk.at(0), walk.length());
                    }
                },
                View.of(Shape.of(y.length)));
        return new HomeStorage(y);
    }

    Storage binary(Binary operation, Operand x, Operand y) {
        double[] z = new double[x.view().shape().size()];
        Consumer<Walk> work = walk -> {
            Lane a = new Lane(x.storage());
            Lane b = new Lane(y.storage());
            for (; walk.hasStretch(); walk.next()) {
                a.move(walk, 1);
                b.move(walk, 2);
                loops.binary(operation, a.array(), a.at(), b.array(), b.at(), z, walk.at(0), walk.length());
            }
        };
        pieces.walk(
                operation == Binary.POWER ? Cost.COMPUTE : Cost.MOVE,
                work,
                View.of(x.view().shape()),
                x.view(),
                y.view());
        return new HomeStorage(z);
    }

    Storage choose(Operand condition, Operand then, Operand otherwise) {
        Shape shape = condition.view().shape();
        double[] z = new double[shape.size()];
        Consumer<Walk> work = walk -> {
            Lane holds = new Lane(condition.storage());
            Lane a = new Lane(then.storage());
            Lane b = new Lane(otherwise.storage());
            for (; walk.hasStretch(); walk.next()) {
                holds.move(walk, 1);
                a.move(walk, 2);
                b.move(walk, 3);
                loops.choose(
                        holds.array(), holds.at(), a.array(), a.at(), b.array(), b.at(), z, walk.at(0), walk.length());
            }
        };
        pieces.walk(Cost.LOOK, work, View.of(shape), condition.view(), then.view(), otherwise.view());
        return new HomeStorage(z);
    }
}
