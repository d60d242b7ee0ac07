/// The version of Maillage, as the command and every map say it.
package let maillageVersion = "0.1.0"
