package gradus.mutants;

import gradus.subject.Instance;
import gradus.subject.Subject;
import java.util.List;
import java.util.stream.Stream;

/** A subject whose constructor gets further arguments, after those of the exercise. */
record Configured(Subject subject, List<Object> settings) implements Subject {

    @Override
    public Instance create(Object... arguments) {
        return subject.create(
                Stream.concat(Stream.of(arguments), settings.stream()).toArray());
    }

    @Override
    public void close() {
        subject.close();
    }
}
