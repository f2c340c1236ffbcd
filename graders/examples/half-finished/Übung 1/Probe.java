import java.util.Arrays;

/** To try things out. */
public class Probe {
    public static void main(String[] args) {
        System.out.println(Arrays.toString(new double[] {1, 2, 3}));
    }
}
