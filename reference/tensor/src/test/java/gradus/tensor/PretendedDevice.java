package gradus.tensor;

/** A device that is none: memory of its own, which it computes on, and a count of what goes up and comes down. */
final class PretendedDevice implements Backend {
    private final Backend plain = Backend.plain();
    private int uploads;
    private int downloads;

    int uploads() {
        return uploads;
    }

    int downloads() {
        return downloads;
    }

    /** Numbers at home, there, or in both places. */
    private final class Memory implements Storage {
        private final double[] home;
        private final Storage there;
        private boolean homeValid;
        private boolean thereValid;
        private boolean pinned;

        private Memory(double[] home, Storage there, boolean atHome) {
            this.home = home;
            this.there = there;
            this.homeValid = atHome;
            this.thereValid = !atHome;
        }

        @Override
        public int length() {
            return home.length;
        }

        @Override
        public double[] read() {
            if (!homeValid) {
                System.arraycopy(there.read(), 0, home, 0, home.length);
                downloads++;
                homeValid = true;
            }
            return home;
        }

        @Override
        public double[] write() {
            double[] data = read();
            thereValid = false;
            return data;
        }

        @Override
        public double[] pin() {
            pinned = true;
            return write();
        }

        @Override
        public boolean pinned() {
            return pinned;
        }

        Storage onDevice() {
            if (pinned || !thereValid) {
                System.arraycopy(home, 0, there.write(), 0, home.length);
                uploads++;
                thereValid = true;
            }
            return there;
        }

        void changedThere() {
            homeValid = false;
            thereValid = true;
            if (pinned) {
                read();
            }
        }
    }

    @Override
    public Storage adopt(Storage storage) {
        return storage instanceof Memory || storage.pinned()
                ? storage
                : new Memory(storage.read(), space(storage), true);
    }

    private Storage space(Storage like) {
        return plain.filled(like.length(), 0);
    }

    private Storage fresh(Storage there) {
        return new Memory(new double[there.length()], there, false);
    }

    private Storage there(Storage storage) {
        if (storage instanceof Memory memory) {
            return memory.onDevice();
        }
        uploads++;
        return new HomeStorage(storage.read().clone());
    }

    private Operand there(Operand operand) {
        return new Operand(there(operand.storage()), operand.view());
    }

    private void changed(Storage target, Storage there) {
        if (target instanceof Memory memory) {
            memory.changedThere();
        } else {
            downloads++;
            System.arraycopy(there.read(), 0, target.write(), 0, target.length());
        }
    }

    @Override
    public Storage filled(int length, double value) {
        return fresh(plain.filled(length, value));
    }

    @Override
    public Storage random(Draw draw, int length, double p, Seed seed) {
        return fresh(plain.random(draw, length, p, seed));
    }

    @Override
    public Storage unary(Unary operation, Storage x) {
        return fresh(plain.unary(operation, there(x)));
    }

    @Override
    public Storage binary(Binary operation, Operand x, Operand y) {
        return fresh(plain.binary(operation, there(x), there(y)));
    }

    @Override
    public Storage choose(Operand condition, Operand then, Operand otherwise) {
        return fresh(plain.choose(there(condition), there(then), there(otherwise)));
    }

    @Override
    public Storage fold(Fold operation, Storage x, Shape shape, int... axes) {
        return fresh(plain.fold(operation, there(x), shape, axes));
    }

    @Override
    public int[] argmax(Storage x, int outer, int length, int inner) {
        return plain.argmax(there(x), outer, length, inner);
    }

    @Override
    public Storage matmul(Operand x, Operand w) {
        return fresh(plain.matmul(there(x), there(w)));
    }

    @Override
    public Storage gather(Operand x) {
        return fresh(plain.gather(there(x)));
    }

    @Override
    public void scatter(Write write, Operand target, Operand piece) {
        Operand there = there(target);
        plain.scatter(write, there, there(piece));
        changed(target.storage(), there.storage());
    }

    @Override
    public Storage take(Storage x, int width, int[] rows) {
        return fresh(plain.take(there(x), width, rows));
    }

    @Override
    public void addTake(Storage target, int width, int[] rows, Storage piece) {
        Storage there = there(target);
        plain.addTake(there, width, rows, there(piece));
        changed(target, there);
    }
}
