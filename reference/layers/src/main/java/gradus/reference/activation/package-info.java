/** Functions between the layers: element by element, and softmax, which sees a whole row. */
package gradus.reference.activation;
