package gradus.sandbox;

import gradus.subject.Failure;
import gradus.subject.Instance;
import gradus.subject.Subject;
import org.jspecify.annotations.Nullable;

/** An exercise in a worker process; when the process ends, the next instance begins another. For one thread. */
final class RemoteSubject implements Subject {
    private static final int MOST_WORKERS = 8;

    private final String type;
    private final Workers workers;
    private final Output output;
    private final Budget budget;
    private @Nullable Child worker;
    private int hired;

    /** @param type below the exercises' package, such as {@code dense.Affine} */
    RemoteSubject(String type, Workers workers, Output output, Budget budget) {
        this.type = type;
        this.workers = workers;
        this.output = output;
        this.budget = budget;
    }

    @Override
    public Instance create(Object... arguments) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        Child child = worker("new " + name);
        return child.create(name, Worker.EXERCISES + type, arguments);
    }

    private Child worker(String where) {
        Child present = worker;
        if (present != null && present.isAlive()) {
            return present;
        }
        Failure exceeded = budget.exceeded();
        if (exceeded != null) {
            throw new Failure(exceeded.code(), where + ": " + exceeded.getMessage(), null);
        }
        if (present != null && hired == MOST_WORKERS) {
            throw present.ended(where);
        }
        dismiss();
        Child fresh = workers.hire();
        fresh.begin(output, budget);
        worker = fresh;
        hired++;
        return fresh;
    }

    private void dismiss() {
        Child present = worker;
        if (present != null) {
            present.finish();
            present.close();
            worker = null;
        }
    }

    /** Lets the next exercise have the worker, unless it is gone or a thread is still at work in it. */
    @Override
    public void close() {
        Child present = worker;
        if (present != null && present.isAlive() && isIdle(present)) {
            present.finish();
            workers.giveBack(present);
            worker = null;
        }
        dismiss();
    }

    private static boolean isIdle(Child worker) {
        try {
            return worker.service(Worker.CARETAKER).call("leave").number() == 0;
        } catch (Failure busy) {
            return false;
        }
    }
}
