//! How colours look, and how far apart: to all eyes, to those that lack a kind of cone, and in grey.

use super::Colour;
use super::colour::linear;
use libm::{atan2, cbrt, cos, exp, hypot, pow, sin, sqrt};

/// Three rows.
type Matrix = [[f64; 3]; 3];
/// L*, a*, b*.
type Lab = [f64; 3];

/// A kind of vision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vision {
    /// All cones.
    Normal,
    /// Without the cones for long waves.
    Protan,
    /// Without the cones for middle waves.
    Deutan,
    /// Without the cones for short waves.
    Tritan,
    /// A copy in grey: lightness alone.
    Grey,
}

impl Vision {
    /// The four kinds of eyes.
    pub const EYES: [Vision; 4] = [Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan];

    /// For linear RGB. Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation
    /// of Color Vision Deficiency" (2009), severity 1.
    const fn matrix(self) -> &'static Matrix {
        match self {
            Vision::Normal => &[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Vision::Protan => &[
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
            Vision::Deutan => &[
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
            Vision::Tritan => &[
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
            Vision::Grey => &[[0.2126, 0.7152, 0.0722]; 3],
        }
    }
}

/// Linear sRGB to XYZ under D65.
const XYZ: Matrix = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
];

impl Colour {
    /// The CIEDE2000 distance to another colour as seen: about 1 is just noticed, under about 10
    /// two small marks are easily confused.
    pub fn distance(self, other: Colour, vision: Vision) -> f64 {
        ciede2000(seen(self, vision), seen(other, vision))
    }

    /// The least distance to another colour to any kind of eye.
    pub fn least_distance(self, other: Colour) -> f64 {
        let distances = Vision::EYES.into_iter().map(|vision| self.distance(other, vision));
        distances.fold(f64::INFINITY, f64::min)
    }
}

fn times(matrix: &Matrix, v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

fn compressed(t: f64) -> f64 {
    if t > 216.0 / 24389.0 { cbrt(t) } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
}

fn seen(colour: Colour, vision: Vision) -> Lab {
    let light = [colour.r, colour.g, colour.b].map(linear);
    let light = times(vision.matrix(), light).map(|channel| channel.clamp(0.0, 1.0));
    let (xyz, white) = (times(&XYZ, light), times(&XYZ, [1.0; 3]));
    let [x, y, z] = [0, 1, 2].map(|axis| compressed(xyz[axis] / white[axis]));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// An angle in degrees, from 0 to 360.
fn hue(a: f64, b: f64) -> f64 {
    let degrees = atan2(b, a).to_degrees();
    if degrees < 0.0 { degrees + 360.0 } else { degrees }
}

fn cos_degrees(angle: f64) -> f64 {
    cos(angle.to_radians())
}

/// The share of chroma `c` in the terms that the formula adds for blue and for grey.
fn saturation(c: f64) -> f64 {
    sqrt(pow(c, 7.0) / (pow(c, 7.0) + pow(25.0, 7.0)))
}

/// CIEDE2000 after Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula: Implementation
/// Notes, Supplementary Test Data, and Mathematical Observations" (2005), all weights 1.
fn ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab) -> f64 {
    let grey = 1.5 - 0.5 * saturation((hypot(a1, b1) + hypot(a2, b2)) / 2.0);
    let (a1, a2) = (a1 * grey, a2 * grey);
    let (c1, c2) = (hypot(a1, b1), hypot(a2, b2));
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = match h2 - h1 {
        _ if c1 * c2 == 0.0 => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    // Without chroma one hue is 0, and the sum is the other.
    let h = if c1 * c2 == 0.0 { h1 + h2 } else { h1 + turn / 2.0 };
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let t = 1.0 - 0.17 * cos_degrees(h - 30.0)
        + 0.24 * cos_degrees(2.0 * h)
        + 0.32 * cos_degrees(3.0 * h + 6.0)
        - 0.20 * cos_degrees(4.0 * h - 63.0);
    let middle = (l - 50.0) * (l - 50.0);
    let dl = (l2 - l1) / (1.0 + 0.015 * middle / sqrt(20.0 + middle));
    let dc = (c2 - c1) / (1.0 + 0.045 * c);
    let dh = 2.0 * sqrt(c1 * c2) * sin((turn / 2.0).to_radians()) / (1.0 + 0.015 * c * t);
    let blue = (h.rem_euclid(360.0) - 275.0) / 25.0;
    let rotation = -2.0 * saturation(c) * sin((60.0 * exp(-blue * blue)).to_radians());
    sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_published_test_data() {
        let pairs = [
            ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
            ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0),
            ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
            ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
            ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0011], 7.2195),
            ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
            ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
            ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
            ([36.4612, 47.8580, 18.3852], [36.2715, 50.5065, 21.2231], 1.4146),
            ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
        ];
        for (a, b, published) in pairs {
            for distance in [ciede2000(a, b), ciede2000(b, a)] {
                assert!((distance - published).abs() < 0.00006, "{a:?} {b:?}: {distance}");
            }
        }
    }

    #[test]
    fn white_is_white_and_greys_look_the_same_to_all() {
        let [l, a, b] = seen(Colour::WHITE, Vision::Normal);
        assert!((l - 100.0).abs() < 1e-9 && a.abs() < 1e-9 && b.abs() < 1e-9);
        let grey = Colour::hex(0x80_80_80);
        for vision in [Vision::Protan, Vision::Deutan, Vision::Tritan, Vision::Grey] {
            assert!(ciede2000(seen(grey, vision), seen(grey, Vision::Normal)) < 0.01);
        }
    }
}
