//! The items of a picture as a tree of groups, shapes and text boxes.

use super::text_box::TextBox;
use crate::draw::{Group, Item, Outline, Picture, Shape};
use crate::geometry::{Point, Rect};

/// A part of a slide.
pub(super) enum SlideNode {
    Group(SlideGroup),
    Shape(SlideShape),
    Text(TextBox),
}

/// A group with its name.
pub(super) struct SlideGroup {
    pub(super) name: String,
    /// What it is, for those who cannot see it; none for what means nothing by itself.
    pub(super) words: Option<String>,
    pub(super) nodes: Vec<SlideNode>,
}

/// A shape, and the steps in which it fades, each over those before it.
pub(super) struct SlideShape {
    pub(super) shape: Shape,
    pub(super) steps: Vec<Shape>,
}

/// The whole picture as one group.
pub(super) fn tree(picture: &Picture) -> SlideGroup {
    let words = Some(picture.description.clone());
    let whole = SlideGroup { name: picture.title.clone(), words, nodes: Vec::new() };
    let mut builder = TreeBuilder { picture, open: vec![OpenPart::Group(whole)], link: None };
    picture.items.iter().for_each(|item| builder.add(item));
    builder.finish()
}

/// A group of the picture that has begun.
enum OpenPart {
    Group(SlideGroup),
    /// Texts that lead to an address, and are in the group around them.
    Link,
}

struct TreeBuilder<'a> {
    picture: &'a Picture,
    /// The first is the whole.
    open: Vec<OpenPart>,
    link: Option<&'a str>,
}

impl<'a> TreeBuilder<'a> {
    fn add(&mut self, item: &'a Item) {
        match item {
            Item::Open(Group { link: Some(link), .. }) => {
                self.link = Some(link);
                self.open.push(OpenPart::Link);
            }
            Item::Open(group) => {
                let group = self.named(group);
                self.open.push(OpenPart::Group(group));
            }
            Item::Close if self.open.len() > 1 => self.close(),
            Item::Close => {}
            Item::Shape(shape) => self.shape(shape),
            Item::Text(text) if text.line.text.trim().is_empty() => {}
            Item::Text(text) => {
                let link = self.link.map(str::to_owned);
                let Some(group) = self.group() else { return };
                match group.nodes.last_mut() {
                    Some(SlideNode::Text(last)) if last.takes(text) => last.push(text, link),
                    _ => group.nodes.push(SlideNode::Text(TextBox::new(text, link))),
                }
            }
        }
    }

    /// A group of the picture with the name of its event, else that of its kind.
    fn named(&self, group: &Group) -> SlideGroup {
        let event = match group.events[..] {
            [number] if group.class == "event" => self.picture.events.get(number.wrapping_sub(1)),
            _ => None,
        };
        let name = event.map_or_else(|| kind(group.class), |event| event.name.clone());
        SlideGroup { name, words: group.title.clone(), nodes: Vec::new() }
    }

    /// The innermost group.
    fn group(&mut self) -> Option<&mut SlideGroup> {
        self.open.iter_mut().rev().find_map(|part| match part {
            OpenPart::Group(group) => Some(group),
            OpenPart::Link => None,
        })
    }

    fn shape(&mut self, shape: &Shape) {
        if shape.fill.is_none() && shape.stroke.is_none() {
            return;
        }
        let Some(group) = self.group() else { return };
        if let Some(SlideNode::Shape(last)) = group.nodes.last_mut()
            && last.fades_by(shape)
        {
            return last.steps.push(shape.clone());
        }
        let shape = SlideShape { shape: shape.clone(), steps: Vec::new() };
        group.nodes.push(SlideNode::Shape(shape));
    }

    /// Ends the innermost part. A group of one part that has no words is that part.
    fn close(&mut self) {
        match self.open.pop() {
            Some(OpenPart::Link) => self.link = None,
            Some(OpenPart::Group(mut group)) => {
                group.lead_to_marks();
                let is_plain = group.words.is_none() && group.nodes.len() == 1;
                let node = if is_plain { group.nodes.pop() } else { None };
                let node = node.or((!group.nodes.is_empty()).then_some(SlideNode::Group(group)));
                if let Some(outer) = self.group() {
                    outer.nodes.extend(node);
                }
            }
            None => {}
        }
    }

    fn finish(mut self) -> SlideGroup {
        while self.open.len() > 1 {
            self.close();
        }
        match self.open.pop() {
            Some(OpenPart::Group(whole)) => whole,
            _ => SlideGroup { name: String::new(), words: None, nodes: Vec::new() },
        }
    }
}

impl SlideGroup {
    /// The box around all its parts; none if there is none.
    pub(super) fn bounds(&self) -> Option<Rect> {
        let rect = |node: &SlideNode| match node {
            SlideNode::Group(group) => group.bounds(),
            SlideNode::Shape(one) => Some(outline_box(&one.shape.outline)),
            SlideNode::Text(one) => Some(one.rect()),
        };
        self.nodes.iter().filter_map(rect).reduce(around)
    }

    /// Lets a line that ends at a mark end there in every face.
    fn lead_to_marks(&mut self) {
        let filled = self.nodes.iter().filter_map(|node| match node {
            SlideNode::Shape(one) if one.shape.fill.is_some() => Some(&one.shape.outline),
            _ => None,
        });
        let marks: Vec<Rect> = filled.map(outline_box).collect();
        for node in &mut self.nodes {
            if let SlideNode::Text(text) = node {
                text.lead_to(&marks);
            }
        }
    }
}

/// The box around two others.
fn around(a: Rect, b: Rect) -> Rect {
    Rect { x0: a.x0.min(b.x0), y0: a.y0.min(b.y0), x1: a.x1.max(b.x1), y1: a.y1.max(b.y1) }
}

/// The box of an outline.
pub(super) fn outline_box(outline: &Outline) -> Rect {
    let all = |points: &mut dyn Iterator<Item = Point>| {
        let rects = points.map(|point| Rect::from_points(point, point));
        rects.reduce(around).unwrap_or_default()
    };
    match outline {
        Outline::Rect(rect) => *rect,
        Outline::Polyline(points) | Outline::Polygon(points) => all(&mut points.iter().copied()),
        Outline::Lines(lines) => all(&mut lines.iter().flatten().copied()),
        Outline::Circle { centre, radius } => Rect {
            x0: centre.x - radius,
            y0: centre.y - radius,
            x1: centre.x + radius,
            y1: centre.y + radius,
        },
    }
}

impl SlideShape {
    /// Whether a shape is a step in which this one fades, and both can be one shape with a gradient.
    fn fades_by(&self, next: &Shape) -> bool {
        let are_alike = matches!(
            (&self.shape.outline, &next.outline),
            (Outline::Rect(_), Outline::Rect(_)) | (Outline::Circle { .. }, Outline::Circle { .. })
        );
        next.class == "fade" && are_alike
    }
}

/// What a class is called in the list of a slide's parts.
fn kind(class: &str) -> String {
    match class {
        "axis" => "Time axis",
        "lane" => "Lane",
        "legend" => "Legend",
        "heading" => "Heading",
        "source" => "Source",
        "list" => "List",
        "grid" => "Grid",
        "era" => "Era",
        "era-name" => "Name of an era",
        "time-marker" => "Marker",
        "panel" => "Counts",
        "break" => "Break",
        other => other,
    }
    .to_owned()
}
